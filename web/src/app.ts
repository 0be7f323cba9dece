// What the pages gain from a script; everything works without it.
import "./style.css";
import { followRows } from "./rows";
import { followKeys } from "./keys";
import { followForms } from "./forms";
import { followTheme } from "./toggle";

followTheme();
followRows();
followKeys();
followForms();
