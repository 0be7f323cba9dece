"""The rules of the grammar of temporal expressions, in words; `grammar` compiles them.

A rule is a line: a kind, then a pattern whose words are classes of the tables (or the shorthands
below), with regular-expression marks between them. Square brackets hold what becomes the
mention; what stands outside is context that must be there. Where several rules match at a place,
the first listed wins: long before short, exact before vague.
"""

SHORTHANDS = {
    "MONTH": "(?:month|monthd|monthp|monthx dot?)",
    "WD": "(?:weekday|weekdayx dot?)",
    "NAMED": "(?:WD comma?)",
    "D": "(?:day|nth)",
    "DASH": "(?:dash|hyphen)",
    "JOIN": "(?:DASH|to|and|until)",
    "LINK": "(?:comma|and|comma and|DASH|to|until)",
    "DETS": "(?:the|det|this|that|article|possessive)",
    "PREP": "(?:in|by|until|of|from|between|at|for|to|on)",
    "FIGURE": "(?:day|year|count|cardinal)",
    "NUMBER": "(?:(?:half article|article half|article couple of?|couple of?|article? vague of?"
    "|article scale|FIGURE DASH? (?:cardinal|scale)|FIGURE and article half|FIGURE|article)"
    " scale?)",
    "COUNTED": "(?:FIGURE DASH? scale?|couple of?|article? vague of?)",
    "CLOSE": "(?:DASH|to|and|until|comma and)",
    "BOTH": "(?:year (?:DASH|slash) (?:year|day|count))",
    "TIMED": "(?:ampm|zone|weekday)",
    "AFTER": "(?:DASH? old|scale)",
    "YEAR": "(?:comma? year)",
    "THINGS": "(?:counted|scale|UNITS)",
    "FILL": "(?:whole|more|hyphen){0,3}",
    "ROUND": "(?:LAST|recent|next|coming|following)",
    "SIDE": "(?:last|previous|next|this|past|coming|this past|this coming|following)",
    "HOWMANY": "(?:near|just|more than|less than)",
    "UNITS": "(?:unit|units|unitx|quarter|century)",
    "ONEUNIT": "(?:unit|quarter|century)",
    "LAST": "(?:last|past|this past|the past|previous|the previous)",
    "NEXT": "(?:next|coming|this coming|the coming|the following|following)",
    "EDGE": "(?:the? edge of)",
    "PART": "(?:the? part DASH?)",
    "END": "(?=comma|dot|stop|paragraph|quote|sign|and|but|$)",
    "CLOCK": "(?:(?:clock|day) ampm zone?|clock local? zone?|(?:cardinal|day) oclock|day zone)",
}

RULES = """
none        (?:age|of age) of? FIGURE (?:units|unit)?
none        NUMBER DASH? UNITS DASH? (?:old|of age)
none        (?:year|count|day) era
none        (?:article|FIGURE) (?:quarter|units) (?:of|scale) (?!year|DETS unit)
iso         [ iso ]
slashed     [ slashed ]
isomonth    [ isomonth ]
crossdays   [ NAMED? MONTH D JOIN NAMED? MONTH D comma? year ]
crossdays   [ NAMED? D of? MONTH JOIN NAMED? D of? MONTH comma? year ]
daylist     [ NAMED? MONTH D (?:LINK D){0,6} CLOSE D YEAR? ] (?!UNITS|counted|clock|ampm)
daylist     (?<=on) [ NAMED? MONTH D (?:LINK D){0,6} CLOSE D ] (?=comma|other)
daylist     [ D (?:LINK D){0,6} (?:DASH|to|and|until|or) D of? MONTH YEAR? ]
fullday     [ NAMED? MONTH the? D comma? (?:of|in)? year ]
fullday     [ NAMED? the? D of? MONTH comma? (?:of|in)? year ]
yearday     (?<=on) [ NAMED? MONTH D ] (?!UNITS|ampm|scale|DASH UNITS)
yearday     [ NAMED? MONTH D ] (?!THINGS|ampm|DASH UNITS)
yearday     [ NAMED? the? D of? MONTH ] (?!D)
months      [ PART? MONTH JOIN PART? MONTH comma? of? year ]
fullmonth   [ (?:PART|EDGE)? MONTH comma? (?:of|in)? year ]
season      [ (?:PART|EDGE)? the? (?:season|seasonx) (?:of|comma)? BOTH ]
season      [ (?:PART|EDGE)? the? (?:season|seasonx) (?:of|comma|in)? year ]
quarter     [ the? (?:ordword|nth) DASH? quarter (?:(?:of|in|comma)? fiscal? year)? ]
quarter     [ (?:quarter_name (?:of|comma)? year?|year quarter_name) ]
half        [ the? (?:(?:ordword|nth) DASH? half|half_name) (?:of|comma)? year ]
relhalf     [ the? (?:ordword|nth) half of (?:(?:the|this|last|next|that) unit) ]
century     [ (?:EDGE? the?|PART)? (?:ordword|nth) DASH? century ]
decade      [ (?:EDGE the|PART)? decade ]
years       [ BOTH ] (?!counted|hyphen)
years       (?<=from|between|in) [ year (?:to|and|until) year ]
fiscal      [ (?:fiscal unit|fiscal_year) year ]
partyear    [ (?:PART|EDGE) (?:the? unit)? year ] (?!counted)
year        (?<=PREP|the|article|possessive) [ year ] (?!THINGS|DASH THINGS)
year        (?<!numbered) (?<!slash) (?<!clock) [ year ] (?!THINGS|plural|DASH|slash|TIMED)
relname     [ PART? (?:LAST|NEXT|this|that) (?:season|seasonx) ]
season      [ (?:PART|EDGE)? the? season ] (?!counted|name|possessive name)
season      (?<=in) [ the seasonx ] (?!of)
relname     [ PART? (?:LAST|NEXT|this) (?:MONTH|WD) (?!D|year) ]
wdweek      [ WD (?:LAST|NEXT|this) unit ]
holiday     [ (?:last|next|this)? holiday (?:comma? (?:of|in)? year)? ] (?!name)
setof       [ every WD daytime? ]
setof       [ every (?:other|ordword)? (?:UNITS|season|daytime) ]
setof       [ every NUMBER UNITS ]
setof       [ weekdays daytime? ]
setof       [ (?:NUMBER times|times) (?:article|every|per) ONEUNIT ]
setof       [ per unit ]
set         [ set ]
dayshift    [ the? unit (?:before|after) ] END
relspan     [ HOWMANY? (?:the|det|these)? ROUND HOWMANY? (?:ordword)? COUNTED units ]
relspan     [ (?:the|these)? (?:past|recent|coming|following) units ]
relspan     (?<=for) [ the (?:last|past|next|coming) ONEUNIT ]
relspan     [ the past ONEUNIT ] (?!hyphen)
relunit     [ PART the? (?:LAST|NEXT|this) fiscal? ONEUNIT ]
relunit     [ (?:earlier|later) (?:LAST|NEXT|this|that) fiscal? ONEUNIT ]
relunit     [ EDGE (?:the|det|LAST|NEXT|this|that)? fiscal? unit ] (?!of)
relunit     [ (?:the|det)? SIDE whole? fiscal? ONEUNIT ] (?!hyphen)
thatunit    [ the? that that? whole? ONEUNIT ] (?!hyphen)
shift       [ HOWMANY? NUMBER UNITS (?:ago|later|earlier|hence|from ref) ] (?!than)
shift       [ units (?:ago|later|earlier) ]
shift       [ HOWMANY? NUMBER UNITS (?:before|after) ] END
pair        [ (?:day|count) ] hyphen [ (?:day|count) DASH? UNITS ] (?!AFTER)
pair        [ FIGURE ] (?:to|and|or) [ FIGURE DASH? UNITS ] (?!AFTER)
span        [ HOWMANY? (?:the|det)? whole? NUMBER FILL UNITS (?:quote|DASH? long)? ] (?!AFTER)
span        (?<!the) (?<!FIGURE) (?<!nth) (?<!ordword|hyphen|light) [ units ] (?!AFTER)
today       [ today ]
tonight     [ tonight ]
overnight   [ overnight ]
ref         [ ref ] (?!of|that)
ref         [ the past ] END
clock       [ CLOCK ]
daytime     [ (?:PART|the|in the)? daytime ]
weekday     [ weekday ]
weekday     (?<=on|comma) [ weekdayx dot? ]
month       [ (?:PART|EDGE) MONTH ] (?!D)
month       [ month ]
month       (?<=PREP|or|and) [ monthd ]
month       (?<=DETS|open) [ monthd ] (?!name)
month       (?<=in|by|until|from|between) [ (?:monthp|monthx dot?) ]
"""
