"""What a record's rows come to: series, breaks, ladders, networks, comparisons."""
