"""
Days out of words: "in late May 2003", "two weeks ago", "the night before".

Nothing here knows of events or of the parse; `coding.dating` says which date is whose. Read

`intervals`  what a date is, and how it is written in EDTF and in plain English;
`reckoning`  days, weeks, months and years counted on and back;
`words`      the parts that patterns are made of;
`forms`      what a form is: a pattern and the function that reads its match;
`days`, `months`, `years`, `spans`, `counted`
             the forms, each table beside its readers;
`moving`     an interval so many days or years from another;
`that_month` days and months of a month or a year told before: "the 26th of that month";
`anchored`   what counts from an event told before: "the following morning";
`hours`      hours and nights that count from the day told last;
`pairs`      two dates of a sentence that make one;
`ahead`      days of what is yet to come;
`candidates` what may be a date, by all forms, looked for once a text;
`finding`    the door: `find_dates` gives the dates of a sentence.
"""
