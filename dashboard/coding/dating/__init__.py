"""
When each event was: which date of a text is whose, by the parse and by what was told before.

`coding.dates` reads the dates; here they are given to the events. Read

`tenses`    how the words of an event stand in time to the story;
`located`   the dates of a sentence, each with the word that heads it in the parse;
`choice`    the date of its own clause among those of a sentence;
`other_clauses`
            the date that another clause lends: "killing ten", "when a shell fell";
`gaps`      "on Sunday, a week after a raid": the date of the raid;
`announced` the dates that another clause gives;
`timing`    whether the words around an event say anything of its time;
`bounds`    when what lasts began, stopped or came into force;
`parts`     a part of a text that has a time of its own;
`periods`   the days that the head of a report says it covers;
`messages`  mails inside a mail, each with the day on which it was sent;
`hours`     the items of the log of a day;
`sections`  what is told under a heading, a label or the head of a report;
`told`      what the events told before lend a sentence: days, hours, nouns;
`scenes`    what the text around a sentence says of its time;
`dater`     the door for a sentence: `Dater.date_event`;
`carrying`  the day of a story for what goes on in it.
"""
