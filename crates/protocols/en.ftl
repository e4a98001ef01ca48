# May I?, the protocol and the comparison.

# Choose a school
home-title = May I post this?
home-one = Every school has its own protocol for social media.
home-two = Ask in a few taps: you get the answer of your school, with the article it rests on.
home-three = No account, and nothing is kept.
choose-school = Choose your school
compare-link = Compare the schools
sector-po = primary school
sector-vo = secondary school
sector-po-vo = primary and secondary school
school-about = { $sector } · version { $version }

# The page of a school
school-title = Social media
may-i = May I?
may-i-lead = In doubt about a photo, a message or a group? Ask here.
start-tapping = Rather pick than type? Start tapping
read-protocol = The protocol
whole-text = The whole text
for-children = For pupils aged 9 to 12
version-line = Version { $version }
version-adopted = Version { $version }, adopted on { $date }
part-of = Part of: { $whole }
whom-to-ask = Whom can you ask?
whom-to-ask-lead = In doubt? Then do not do it yet, and ask first.
ask-whom = Ask
articles = Articles
nobody = Nobody is named
what-school-does = What does the school do for a safe climate?
part-consent = Consent for image and sound
part-procedures = Agreements
part-calendar = Every year
part-measures = When things go wrong
part-adoption = How the protocol comes about
related = Belongs with it
consent-row = { $who } gives { $form } consent for { $media }
consent-written = written
consent-express = express
consent-kept = The school keeps the consent.
consent-moments = Moment: { $moments }.
medium-foto = photo
medium-film = film
medium-geluid = sound
procedure-who = Who: { $who }.
procedure-when = When: { $when }.
calendar-groups = For groups { $groups }.
measure-row = Possible measures: { $steps }
measure-decides = Decided by: { $who }.
measure-for = For: { $who }.
measure-if = If: { $when }.
police-doet = The school reports to the police
police-overweegt = The school considers reporting to the police
dossier-row = What is said and written about it is filed in { $system }
adoption-advies = { $who } gives advice
adoption-instemming = { $who } gives consent
adoption-team = { $who } agrees on it
and = and
or = or

# The question
what-label = What do you want to do?
what-example = For example: photo of the school trip in the class group
what-button = See if I may
no-names = Do not type names. What you type is not kept.
or-pick = Or pick what comes close
i-am-pupil = I am a pupil
i-am-parent = I am a parent or carer
i-am-staff = I work at school
something-else = Something else
not-understood = I did not understand that.
not-understood-hint = Try other words, or pick below what comes close.
back = Back
understood = This is what I understood
understood-hint = Is something wrong? Tap it away.
not-so = not right, remove
yes = Yes
no = No
unknown = I do not know
none-known = I do not know, for none of these
or-tick = Or tick what is so.
go-on-ticked = Go on with what I ticked
why-ask = Why do you ask this?
said-so-far = What you said so far
answer-so-far = Show the answer so far
progress = { $left ->
    [one] The last question.
   *[other] At most { $left } more questions.
 }
persons-question = Can anybody be recognised?
persons-why = Who can be seen, heard or is named has a say in it. Consent goes per person, per purpose and per place. No answer is no consent.
persons-short = who can be recognised
persons-niemand = No, nobody
persons-ik = Only myself
persons-schriftelijk = Others, and everybody gave written consent
persons-mondeling = Others, and everybody gave consent, but not on paper
persons-anderen = One or more others
persons-deels = Others, and not everybody gave consent (or I do not know)
role-both = Parent, and I work here too

# The answer
why = Why?
in-protocol = Read it in the protocol
also-permitted = Another article does allow this
also-permitted-text = These articles would allow it, but the ban goes first.
still-open = What can still change the answer
still-possible = It can still become:
duties = This comes with it
ways-out = How it would be allowed
measures = What may follow?
measures-text = The school may do this when somebody does not keep to it. A person decides, never the program.
nobody-named = The protocol names nobody for you. Ask somebody at school whom you trust.
in-doubt = I am in doubt: ask the school
it-happened = Has this already happened? Tell the school
ask-line = Ask { $who }
you-said = What you said
new-question = New question
copy-link = Copy the link
copied = Copied
print = Print
elsewhere = What do other schools say?
receipt = Proof of this answer
receipt-text = With these data anybody can work out the answer again. There are no names in it.
receipt-protocol = protocol
receipt-version = version
receipt-sha256 = fingerprint of the text
receipt-vocabulary = vocabulary
receipt-engine = engine
receipt-facts = facts
way-if = If this is so: { $phrase }
silence-doubt = The protocol says nothing about this. What is not clearly allowed, you do not do without asking.
silence-free = The protocol does not forbid this, and what is not forbidden is allowed.
silence-outside = This lies outside what the protocol is about. Ordinary rules still hold, such as the law.
silence-open = Too little is known yet for a firm answer.
situation-line = Your question: { $situation }.

# Reading the protocol
contents = Contents
what-it-does = What does this article do in the program?
procedures = What happens
scenarios = Examples
open-situation = See this in May I?
text-is-dutch = The protocol itself is in Dutch.
children-title = The protocol in plain language
children-none = This school has no text for pupils aged 9 to 12 yet.
from-article = This comes from article { $number }
carried-norms = { $count ->
    [one] Here is one rule that decides the answer.
   *[other] Here are { $count } rules that decide the answer.
 }
carried-vocabulary = This article is in the words with which the program asks and answers.
carried-procedure = This article is an agreement on what people do.
carried-text = This article is a statement. You read it and bear it in mind.

# Comparing
compare-title = Compare schools
compare-lead = The same question gets its own answer at every school. Pick an example, or first ask your question at your own school.
compare-example = Pick an example
compare-table = What every school says
compare-two = Two schools beside each other
school = School
answer = Answer
two-title = { $a } and { $b }
two-choice = { $a } and { $b }
summary-same = These two protocols always give the same answer, with the same that comes along. Only the text differs.
summary-procedures = These two protocols always give the same answer. What comes along does differ, such as whom to ask.
summary-differ = Of every 100 kinds of situations, { $share } get another answer.
shift-table = From which answer to which answer
kinds = Kinds of situations
less-than-one = fewer than one
kinds-note = Compared: { $whole } kinds of situations, of which { $shown } get another answer. This does not say how often they happen.
kinds-count = kinds of situations: { $shown }
differences = The differences, the largest first
left-out = { $count ->
    [one] And one smaller difference.
   *[other] And { $count } smaller differences.
 }
example-line = For example: { $situation }.
rules = The exact rule
at-all-schools = See this at all schools
turned = Turn it round
no-article = no article
yes-short = allowed
no-short = not allowed
doubt-short = doubt
outside-short = outside

# What can be wrong with a link
misread-key = The link holds “{ $key }”. We do not know that word.
misread-answer = The link holds the answer “{ $value }” for “{ $key }”. There is no such answer there.
misread-twice = The link holds “{ $key }” twice, with two different answers.
misread-much = The link holds more than a question can.

# Norms in plain phrases
norm-when = if
norm-unless = unless
norm-not = not:
norm-always = always
norm-only-me = nobody but the maker can be recognised
norm-others = others can be recognised
norm-reach = This is what the protocol is about
norm-forbid = Not allowed
norm-permit = Allowed
norm-doubt = Doubt
norm-duty = Comes along
norm-advice = Advice, does not change the answer
norm-aside = steps aside for article { $articles }

# Months
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# Offline
offline-title = No connection.
offline-note = This comes from what your device kept at your last visit.
