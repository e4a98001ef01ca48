# Menu.
menu-signal = Report
menu-cases = Cases

# Signalling.
signal-title = Something went wrong
signal-lead = Did you see something on social media that is not right, or was something done to you? Tell it here. The school looks at it and you hear what happens with it.
signal-heard = This is read by: { $who }.
signal-what = What happened?
signal-what-hint = Write what you saw, where and when. You do not need to know everything.
signal-short = Write in a few words what happened
signal-link = Address of the post
link-wrong = This is no web address. Copy the whole address, it begins with https://
signal-image = Naked or sexual images
signal-image-yes = A naked or sexual photo or film is part of it. Do not send it along.
signal-file = Screenshot or file
signal-file-hint = At most 25 MB. Never a naked or sexual photo or film, not as evidence either.
signal-staff = Somebody who works at the school
signal-staff-yes = I suspect that somebody who works here harasses or abuses a pupil sexually.
signal-for = For whom?
signal-for-yes = I pass this on for somebody else.
signal-button = Report it
school = School
school-missing = Choose the school
article = article { $number }
text-long = Make the text shorter: at most 6000 signs
text-short = Write a few words here
anonymous-promise = You need not say who you are. We keep no name, no address and nothing of your telephone. You get a code with which you come back later.
derails-title = Does it threaten to get out of hand?
derails-text = With one press of the button these hear it at once: { $who }.
derails-label = What is it about?
derails-button = Warn now
derails-no-words = Something threatens to get out of hand. Whoever reported this wrote nothing: get in touch at once.

# Taken in.
taken-title = We have your report
taken-number = Number
taken-next = The school looks at it. Here you read what the school writes to you.
taken-derails = Whoever it concerns is told now. Is somebody in danger? Then call 112.
taken-thread = Read your report again
taken-dropped = The file was not kept. Read below why.
code-yours = Your code
code-keep = Write the code down or take a photo of it. Without it you cannot come back: nobody can look it up.
code-link = Come back with your code
code-title = Come back with your code
code-label = Code
code-hint = Five groups of four signs.
code-button = Open your report
code-wrong = This code is not known. See whether all twenty signs are right. A case that was closed long ago was deleted.
image-title = Naked or sexual images
image-text = Do not keep, send or look at the image, not as evidence either: that is an offence. Write down only where and when it could be seen.
image-police = Police: 0900-8844, in danger 112.
image-help = Helpwanted.nl (Offlimits) helps you free of charge to get it removed. Report it to the platform itself too.
staff-title = A suspicion about somebody who works here
staff-text = The law has a duty to report for this. This report does not go the usual way but to the board at once (WPO art. 4a, WVO 2020 art. 3.39).
staff-board = Do you work at the school? Then tell the board at once yourself too.
staff-inspector = The board consults the confidential inspector at once: 0900-111 3 111.
staff-police = With a reasonable suspicion the board reports it to the police. Do not investigate yourself.

# What somebody signalled.
mine-title = My reports
received-title = Letters of the school
received-lead = What the school wrote because you are in something. If you do not agree with a measure, you say so here.
received-none = The school wrote you no letter.
object-title = About: { $step }
object-until = You can object here until { $day } inclusive. Somebody else than who decided it decides on that.
object-late = The term for objecting is over. You can still write it; the school says whether it decides on it.
object-no-term = You can say here that you do not agree. Somebody else than who decided it decides on that.
object-why = Why do you not agree?
object-more = Add something
object-button = Object
mine-none = You reported nothing.
thread-title = Your report
thread-yours = What you reported
thread-school = The school writes
thread-you = You write
thread-write = Write to the school
thread-button = Send
message-short = Write a message
far-new = Not yet taken up
far-open = The school is at work on it
far-done = Closed

# The list.
cases-title = Cases
cases-find = Find by number or name
cases-find-button = Find
cases-none = There is nothing here.
cases-more = Next
head-number = Number
head-since = Came in
head-lead = Led by
head-next = What comes next
nothing-next = no term
nobody-yet = nobody
urgent = urgent
late = late
state-signaal = New
state-open = Being handled
state-gesloten = Closed
state-advies = Was a question
state-niet-van-ons = Not ours
state-dubbel = Double
state-meldroute = Duty to report
way-formulier = form
way-anoniem = without a name
way-ontspoort = threatens to derail
way-doorgestuurd = passed on
way-mail = by mail
way-gevonden = found
waits-signal = Report { $number } waits
waits-term = Case { $number }: { $what }
work-leidt = leads case { $number }
work-vervangt = stands in for case { $number }
work-leest = helps with case { $number }

# What the school watches.
watch-title = What the school watches
watch-lead = The program reads these places each hour. What is new comes in as a report with whoever reads reports.
watch-link = Address of the feed
watch-link-hint = RSS or Atom. For a hashtag on a Mastodon server: https://SERVER/tags/WORD.rss
watch-words = Only with one of these words
watch-words-hint = With commas between, such as the name of the school. Empty: everything.
watch-for = Words: { $words }
watch-read = Read on { $when }
watch-new = Not read yet
watch-stop = Watch no longer
watch-add = Watch something else
watch-button = Watch
watch-many = The school watches twenty places already: first stop one

# The mailbox for reports.
mailbox-title = Mailbox for reports
mailbox-lead = What people mail or forward to this address comes in as a report with those who read reports. The program looks every ten minutes.
mailbox-naked = Say this where you make the address known: never send a naked or sexual photo or film. Where a mail speaks of such an image, the program takes no attachments.
mailbox-none = The school has no mailbox for this.
mailbox-host = Server (IMAP)
mailbox-host-hint = For instance imap.school.nl
mailbox-port = Port
mailbox-security = Security
mailbox-tls = TLS from the beginning (port 993)
mailbox-starttls = STARTTLS (port 143)
mailbox-user = User
mailbox-password = Password
mailbox-password-hint = Preferably one that is only for this program.
mailbox-password-keep = Leave this empty to keep the password that is there.
mailbox-folder = Folder
mailbox-folder-hint = Usually INBOX
mailbox-add = Connect a mailbox
mailbox-change = Change
mailbox-button = Save
mailbox-stop = Stop reading
mailbox-host-wrong = Enter the name of the server, such as imap.school.nl
mailbox-port-wrong = Enter a port: a number, usually 993
mailbox-security-wrong = Choose how the connection is secured
mailbox-user-wrong = Enter the user
mailbox-password-wrong = Enter the password
mailbox-password-again = Enter the password again: the server or the user is another one
mailbox-folder-wrong = Enter the folder, in plain letters, such as INBOX
mailbox-waiting = Mails that stay in the mailbox for reports: { $many }. Too many came at once. They are still unread and come later; look for yourself if it cannot wait.
mailbox-unreachable = The mail server cannot be reached. Are the name and the port right?
mailbox-timed-out = The mail server does not answer in time. The program tries again.
mailbox-not-secure = The connection to the mail server is not safe: the certificate is not right, or there is no TLS. Nothing was read.
mailbox-address = This is no public address. The program does not connect to it.
mailbox-credentials = User or password is not right, or no longer. Enter it again.
mailbox-folder-gone = The mailbox has no such folder.
mailbox-full = The mailbox is full: new mail is refused. Make room in it.
mailbox-not-understood = The server answers something that the program does not understand. Is it an IMAP server?
mail-says = says to be { $who }
mail-from = The mail says to be from { $name } { $address }. That was not verified. Answers only go to an address that the school already has.
mail-nobody = The mail does not say whom it is from.
mail-at = Written on { $when }, says the mail.
mail-cut = The text was longer; the rest is in the mailbox.
mail-left-groot = not taken, the file is too large
mail-left-veel = not taken, there are too many files
mail-left-diep = not taken, it is too deep inside other messages
mail-left-kapot = not taken, it cannot be read
mail-left-programma = not taken, it is something that can run
mail-left-archief = not taken, it is a packed file
mail-left-macro = not taken, it may have macros
mail-left-onbekend = not taken, it is no photo, film, sound, text or document
mail-left-beeld = not taken, the mail speaks of a naked or sexual image. Do not open the attachment in the mailbox either.
mail-left-geheel = attachments not taken, the mail is too large

# Mentions on a network.
watch-mentions = Mentions of { $name } ({ $network })
watch-mentions-add = Watch mentions
watch-mentions-lead = Whoever names or answers your account on Bluesky or Mastodon comes in here as a report.
watch-mentions-none = No account on Bluesky or Mastodon is connected. Whoever keeps the channels does that.
watch-account = Account
watch-account-wrong = Choose an account that is connected

# One case.
case-number = Case { $number }
case-signalled = What was reported
case-road = The road
case-parties = Who is in it
case-seats = Who handles it
case-articles = It is about
case-do = Do more
case-verdict = The protocol says of this:
signal-with-verdict = This verdict of May I? goes along with what you tell.
verdict-into-case = Write this verdict down in case { $number }
case-ask = Ask the verdict at May I?
case-story = What happened
case-goes = This case is deleted after { $day }.
parties-none = Nobody yet.
party-none = First add who is in it.
party-missing = Choose somebody who is in it
overtaken = Somebody else has done or changed this in the meantime. Nothing was done twice. Look in the case how it stands now.
precedents-title = Decided before in cases with an article in common, without names
precedents-none = In the last five school years nothing was decided about any of these articles.
precedents-no-articles = First say which articles are in play: then this shows what was decided before.
precedents-line = { $count } times: { $what }
precedents-line-days = { $count } times: { $what }, { $least } to { $most } days
precedents-line-day = { $count } times: { $what }, { $least ->
    [1] 1 day
   *[other] { $least } days
}
precedents-changed = { $line }; changed or taken back { $count } times after an objection
precedents-heavier = This is heavier than what was decided before in cases with an article in common. Say why in the letter.
precedents-milder = This is milder than what was decided before in cases with an article in common. Say why in the letter.
precedents-longer = This takes longer than earlier suspensions in cases with an article in common. Say why in the letter.
parent-of = of { $who }
cleared = cleared
to-board = with the board
led-by = { $who } leads this case.
unknown-reporter = somebody without a name
take-up-text = If you take this up, you lead the case and the first task is ready. Is it no case? Then choose ‘No case’ below.
take-up-button = I take this up
first-task = Hear who was affected and who did it, each apart, and agree what is needed now.
save-file = Save { $name } on your computer
part-getroffen = affected
part-gedaan = did it, or is said to have
part-getuige = witness
part-ouder = parent
part-genoemd = name used by somebody else
seat-leidt = leads
seat-vervangt = stands in
seat-leest = helps and reads
seat-none = no seat any more
step-join = Who is in it?
step-articles = Which articles are in play?
step-talk = Talk with whom it is about
step-restore = Restore: remove, correct, apologise
step-decide = Decide on a measure, or none
step-police = Decide about the police
step-board = Decide whether the board is told
step-aftercare = Aftercare for who was affected
step-close = Close with an answer

# What can be done.
act-button = Keep
act-notitie = Note
act-bericht = Write to who reported it
act-taak = Task
act-klaar = Finish
act-betrokkene = Add somebody who is in it
act-spoed = Urgent or not
spoed-spoed = Can this wait?
spoed-reden = Why?
urgent-yes = Urgent: this cannot wait
urgent-no = Not urgent: this can wait
act-vergissing = Wrong person named
act-plek = Give or take a seat
act-artikelen = Name and articles
act-gesprek = Plan a talk
act-verslag = Record of the talk
act-herstel = Ask to restore
act-nagegaan = See whether it was done
act-maatregel = Prepare a measure
act-stap = Record a legal step
act-opleggen = Impose the measure
act-laten-vallen = Drop the measure
act-geen-maatregel = No measure
act-bezwaar = Record an objection
act-reactie = Reply in the objection
act-beslissing = Decide the objection
act-bestuur = Tell the board or not
act-politie = Police
act-nepaccount = Fake account
act-nazorg = Aftercare
act-afwijzen = No case
act-sluiten = Close the case
act-heropenen = Open the case again
act-bewaren = Keep longer
act-bewijs = Add evidence
notitie-tekst = Note
bericht-tekst = Message
bericht-tekst-hint = Whoever reported it reads this. Write nothing about others that they may not know.
nobody-to-write = Whoever reported this cannot be reached
taak-tekst = What has to be done?
taak-dag = By
klaar-tekst = How did it go?
betrokkene-naam = Name
betrokkene-naam-hint = Two letters are enough to search.
betrokkene-wie = Who is it?
betrokkene-deel = In which part, in this case?
betrokkene-van = Parent of whom?
vergissing-wie = Who does not belong in this?
vergissing-wie-hint = After this nothing in this case leads to this person any more. Parents who were in it for them go too.
vergissing-reden = How did that turn out?
vergissing-reden-hint = Do not write a name here.
join-outside = Somebody from outside the school
join-of-nobody = Does not apply
join-name = Write a name of at least two letters
join-part = Choose a part in this case
join-who = Choose who it is
join-twice = They are already in this case in that part
plek-wie = Who?
plek-plek = Which seat?
seat-who = Choose somebody who handles cases at this school
seat-which = Choose a seat
seat-conflict = Whoever is in the case does not handle it
seat-lead-left = First give the lead to somebody else
artikelen-titel = Short name of the case
artikelen-titel-hint = Without names of people.
artikelen-artikel = Articles of the protocol
artikelen-oordeel = Address of the verdict of May I?
artikelen-oordeel-hint = Answer there what happened, and then choose “Has this already happened?”. Or paste the address of the page here.
verdict-wrong = This is no address of May I? of your school
nazorg-voor = For whom?
nazorg-tekst = What is needed?
nazorg-dag = By
afwijzen-wordt = What is it then?
afwijzen-nummer = Number of the case that is there already
afwijzen-nummer-hint = Only where it was reported before. That case will say that it was reported once more.
afwijzen-reden = Why?
afwijzen-antwoord = Answer to who reported it
afwijzen-stil = Or no answer
afwijzen-waarom = Why no answer?
turn-advies = It was a question
turn-niet-van-ons = It is not our school's
turn-dubbel = It was reported before
turn-missing = Choose what it is
turn-number = Type the number of the case that is there already, such as 2026-3
turned-same = The same as case { $number }
gesprek-met = With whom?
gesprek-soort = What kind of talk?
gesprek-dag = Day
gesprek-tijd = Time
gesprek-waar = Where?
talk-named = By article { $article } this talk is held by: { $who }.
talk-talk = Talk
talk-hearing = Hearing, before a measure is decided
time-wrong = This is no time. Write for example 14:30
day-wrong = This is no day. Choose a day
day-past = This day is past
day-future = This day is still to come
verslag-met = Who were there?
verslag-dag = When was it?
verslag-tekst = What was said and agreed?
verslag-akkoord = Do they agree with this record?
held-agreed = Agreed with the record
held-not-agreed = Not agreed with the record
held-choose = Choose whether they agree with the record
herstel-aan = Who is asked?
herstel-wat = What is asked?
herstel-link = Address of the post
herstel-tekst = What was agreed?
herstel-dag = By
restore-platform = The platform where it stands
restore-named = Article { $article } names how it is restored: that is ticked already.
restore-verwijderen = remove the post
restore-corrigeren = put it right
restore-excuses = apologise
restore-what = Choose what is asked
nagegaan-wat = What was looked at?
nagegaan-gedaan = Was it done?
nagegaan-tekst = How did you see that?
restored-yes = Yes, seen
restored-no = No, not yet
restored-choose = Choose whether it was done
choose-one = Choose one
maatregel-wie = For whom?
maatregel-trap = Which step of the protocol?
maatregel-soort = What is it by law?
maatregel-openbaar = What kind of school is it?
maatregel-openbaar-hint = For objections other rules hold at a public school.
maatregel-reden = Why this measure?
maatregel-reden-hint = Name what was done and the article. No offence: that stands with the police only.
maatregel-van = First day
maatregel-tot = Last day
measure-step-hint = article { $article }, decided by: { $who }
measure-other-step = Another, which the protocol does not name
measure-geen = no measure
measure-waarschuwing = warning, talk or other agreement
measure-schorsing = suspension of a pupil
measure-verwijdering = removal of a pupil
measure-ordemaatregel = measure for staff, within the collective agreement
measure-no-staff = This measure is for staff only
measure-no-pupil = This measure is for a pupil only
measure-backwards = The last day is before the first
measure-complete = All legal steps are recorded.
measure-blocked = Not yet possible. First needed: { $what }
measure-warned = Mind: { $what }
measure-nevertheless = Impose nevertheless; the reason is in the letter
measure-think = Solve what stands above, or tick that it must go on nevertheless
measure-objecting = You can object to this until { $day }. Write to the board of the school why you do not agree, or do so in Pleinwacht under Report, Letters of the school.
stap-stap = Which step?
stap-dag = When?
stap-tekst = With whom, and what came of it?
opleggen-toch = Go on nevertheless?
opleggen-brief = The letter
opleggen-taal = In which language?
opleggen-button = Look at the letters
opleggen-do = Impose the measure
laten-vallen-reden = Why not?
geen-maatregel-reden = Why no measure?
geen-maatregel-reden-hint = Not acting is a decision too.
school-public = public school
school-special = special school
bezwaar-wie = Who objects?
bezwaar-dag = On which day did it come in?
bezwaar-tijd = At what time?
bezwaar-tekst = Why does somebody not agree?
objection-until = An objection can be made until { $day }.
objection-no-term = The law names no term for this.
reactie-van = From whom?
reactie-tekst = What was said?
said-ours = from the school
said-theirs = from who objects
beslissing-uitkomst = What is the decision?
beslissing-reden = Why?
ruled-blijft = The measure stands
ruled-gewijzigd = The measure is changed
ruled-vervalt = The measure is lifted
ruled-by-other = You imposed the measure: somebody else decides the objection
bestuur-inlichten = Is the board told?
bestuur-beslist = Who decides?
bestuur-reden = Why?
board-named = By article { $article } the school's leadership decides whether the board is told.
board-told = Yes
board-not-told = No
board-decides = The board decides on the measure and handles the case from now on
board-untold-decides = Whoever knows nothing cannot decide: then tell the board
politie-keuze = What was decided?
politie-reden = Why?
politie-feit = Which offence may it be?
politie-feit-hint = This stands only here, and only who decides sees it.
politie-slachtoffer = Who was affected?
politie-bekend = On which day did they learn of it?
police-reports = By article { $article } the school reports a possible offence to the police.
police-weighs = By article { $article } the school weighs whether to report to the police.
police-gedaan = It was reported to the police
police-verteld = Who was affected knows how to report it themselves
police-niet = It was not reported to the police
police-complaint-needs = This needs a complaint by who was affected: choose who that is, and on which day they learnt of it
police-complaint-task = Remind who was affected (under 16: the parents): a complaint to the police can be made until { $day }.
offence-none = I do not know
offence-belediging = insult
offence-smaad = defamation
offence-laster = slander
offence-tegen-gezag = insult or defamation of a public institution
offence-lasterlijke-aanklacht = false report
offence-dwang = coercion by threat of defamation
offence-bedreiging = threat
offence-belaging = stalking
offence-doxing = doxing
offence-seksueel-beeld = sexual image, made in secret or spread
offence-seksueel-beeld-minderjarige = sexual image of a minor
offence-seksuele-benadering = sexual approach of a child
nepaccount-wie = Who is said to have made the account?
nepaccount-bewezen = What was found?
nepaccount-reden = How was that found?
fake-named = Article { $article }: if it is proven that somebody else made the account, this person is not to blame.
fake-proven = Proven: somebody else made the account
fake-not-proven = Not proven
sluiten-antwoord = Answer to who reported it
sluiten-antwoord-hint = Say what you may say: nothing about what somebody else got.
sluiten-stil = Or no answer
sluiten-waarom = Why no answer?
answer-silent = Whoever reported it gets no answer
answer-why = Write why there is no answer
answer-missing = Write an answer, or tick that there is none
open-tasks = Something with a term is still open
open-police = Nothing was decided about the police
open-board = It was not decided whether the board is told
open-measure = A measure is prepared: impose it or drop it
open-decision = It was not decided: a measure, or none
open-objection = An objection was not decided
heropenen-reden = Why?
bewaren-dag = Until when?
bewaren-reden = Why?
hold-day = Choose a day within a year
evidence-text = What is it?
evidence-file-hint = At most 25 MB. It is kept as it is and opened nowhere.
evidence-check = To be sure
evidence-none = There is no naked or sexual image in it
evidence-promise = Tick that there is no naked or sexual image in it
evidence-nothing = Write something, paste an address or choose a file

# What happened.
event-note = Note
event-evidence = Evidence
event-message = Message
event-message-ours = To who reported it
event-message-theirs = From who reported it
event-task = Task
event-done = Finished
event-aftercare = Aftercare
event-aftercare-for = Aftercare for { $who }
event-talk = Talk
event-talk-with = Talk with { $who }
event-hearing-with = Hearing of { $who }
event-held-with = Talked with { $who }
event-cancelled = Did not take place
event-restore = Restoration
event-restore-of = Restoration asked of { $who }
event-restored-yes = Looked at and done: { $what }
event-restored-no = Looked at and not done: { $what }
event-measure-for = Measure prepared for { $who }: { $step }
event-imposed = Measure imposed
event-dropped = Measure dropped
event-not-acting = No measure
event-objection = Objection
event-objection-late = Objection, after the term
event-said-ours = The school replies to the objection
event-said-theirs = Whoever objects replies
event-board-told = The board was told
event-board-decides = The board was told and decides
event-board-not-told = The board was not told
event-fake-proven = { $who } is not to blame: somebody else made the account
event-fake-not-proven = Not proven that somebody else made the account of { $who }
event-mistaken = Somebody was named by mistake
event-judged = The protocol says of what happened: { $verdict }
event-judged-on = Article { $articles }
mistaken-nobody = somebody who was named by mistake
mistaken-measured = There is a measure on this person. First drop it, or take it back on an objection.
mistaken-task = Put it right with everybody who heard of the wrong person, also with that person and the parents.
event-answer = Answer to who reported it
event-answer-silent = No answer to who reported it
event-seated-leidt = { $who } leads
event-seated-vervangt = { $who } stands in
event-seated-leest = { $who } helps
event-seated-geen = { $who } has no seat any more
event-joined-who = { $who } was added
event-hold-until = Kept until { $day }
event-due = by { $day }
event-over = finished
turned-signaal = A report again
turned-open = Opened again
turned-gesloten = Closed
turned-advies = Was a question
turned-niet-van-ons = Not ours
turned-dubbel = Was reported before
turned-meldroute = Duty to report
legal-voornemen = Intention made known
legal-horen-leerling = Pupil heard
legal-horen-ouders = Parents heard
legal-horen-groepsleraar = Group teacher heard
legal-horen-medewerker = Member of staff heard
legal-overleg-inspectie = Inspectorate consulted
legal-andere-school = Another school willing
legal-bevoegd = Mandate recorded
legal-grond-cao = Ground in the collective agreement
legal-schoolwerk = Schoolwork arranged
legal-melding-inspectie = Inspectorate told
legal-melding-gemeente = Municipality told

# What the law asks.
need-voornemen = first make the intention known in writing
need-horen-leerling = first hear the pupil
need-horen-ouders = first hear the parents
need-horen-groepsleraar = first hear the group teacher
need-horen-medewerker = first hear the member of staff
need-overleg-inspectie = first consult the inspectorate
need-andere-school = another school has to be willing to take the pupil
need-bevoegd = the board decides, or whoever it mandated
need-grond-protocol = name the article of the protocol
need-grond-cao = name the article of the collective agreement
need-begin-en-einde = choose the first and the last day
need-hoogstens-week = a suspension lasts seven days at most
need-hoogstens-vijf-schooldagen = in practice five school days are the limit
need-samen-hoogstens-week = together with what went before it lasts more than a week
need-gesprek-of-brief = hold a talk or write a letter
need-redenen = give the reasons
need-brief-leerling = write to the pupil
need-brief-ouders = write to the parents
need-brief-medewerker = write to the member of staff
need-bezwaar-genoemd = name the objection in the letter
need-schoolwerk = arrange the schoolwork
need-melding-inspectie = tell the inspectorate at once, in writing, with the reasons
need-melding-gemeente = tell the municipality at once
act-of-atw = Algemene termijnenwet
act-of-awb = Awb
act-of-wpo = WPO
act-of-wvo = WVO 2020
act-of-lpw = Leerplichtwet
act-of-sr = Sr
act-of-protocol = own protocol
act-of-cao = collective agreement
act-of-praktijk = good practice

# Letters about a measure.

# Letters.
letter-signal-subject = Report { $number } came in
letter-signal-text =
    A report came in that you read.

    Read it here:
    { $link }
letter-derails-subject = Urgent: report { $number }
letter-derails-text =
    Something threatens to get out of hand. Look at it now.

    Read it here:
    { $link }
letter-review-subject = See whether case { $number } is still to be kept
letter-review-text =
    This case is being kept. See whether that is still needed. If so, say until when and why. Otherwise close it, or it goes when the keeping ends.

    Read it here:
    { $link }
letter-waits-subject = Case { $number } waits
letter-waits-text =
    This case waits for somebody who takes it up or leads it.

    Read it here:
    { $link }
letter-seated-subject = You have a seat in case { $number }
letter-seated-text =
    Somebody gave you a seat in a case.

    Read it here:
    { $link }
letter-due-subject = Case { $number }: a term comes near
letter-due-text =
    In a case that you lead something is nearly or already late.

    Read it here:
    { $link }
letter-board-subject = Case { $number } is with the board
letter-board-text =
    A case of a school is with the board from now on.

    Read it here:
    { $link }
letter-mandatory-subject = Urgent: report { $number } for the board
letter-mandatory-text =
    A report came in for which the law has a duty to report.

    Read it here:
    { $link }
letter-wrote-subject = Case { $number }: who reported it wrote
letter-wrote-text =
    Whoever reported it wrote something.

    Read it here:
    { $link }
letter-mailed-subject = A mail came in with your address
letter-mailed-text =
    A mail with your address as its sender came in at the school's mailbox for reports. The school reads it.

    If you did not send it, let the school know. What the school writes to you is here:
    { $link }
letter-answered-subject = There is a message about your report { $number }
letter-answered-text =
    The school wrote to you about your report.

    Read it here:
    { $link }

# Writing letters.
act-brief = Write a letter
letter-which = Which letter?
letter-language = Language
letter-in-nl = Dutch
letter-in-en = English
letter-to = To whom?
letter-to-nobody = Choose to whom the letter goes
letter-reporter = reported it
letter-write = Write the letter
letter-goes-to = This letter goes to: { $who }
letter-subject = Subject
letter-text = Letter
letter-text-hint = Where a brace with $to stands, the name of who gets the letter comes.
letter-mail = Mail
letter-mail-too = Mail the letter to whoever the school has a mail address of
letter-mail-hint = No name stands above the mail. Who has no address gets the letter on paper.
letter-look = Look at the letter
letter-will-mail = The letter goes into the file, and by mail to whoever has an address.
letter-will-print = The letter goes into the file. You can print it afterwards.
letter-keep = Keep this letter
letter-change = Change the letter
letter-unknown = The program does not know { $name }. This can stand there: { $known }
letter-unfilled = Fill in what stands between square brackets
letter-blank-when = [day and time]
letter-blank-place = [place]
letter-blank-link = [address of the post]
letter-paper = Letter as PDF
letter-queued = Waits to be mailed.
letter-sent = Sent by mail.
letter-failed = The mail did not arrive. Hand over the letter on paper.
letter-printed = On paper.
letter-mail-subject = A letter from { $school }
opleggen-mailen = Mail
measure-letters-to = There will be a letter for: { $who }
guardian-to-confirm = { $who } gets nothing as a parent: the school has not seen to their authority yet. Do that first with the data of the pupil.
guardian-without = { $who } gets nothing as a parent: this adult has no authority over the pupil.
guardian-of-age = { $who } gets nothing as a parent: the pupil is eighteen or older.
guardian-not-now = { $who } gets nothing as a parent: the bond with the pupil is over or has not begun.

# The letters themselves.
template-uitnodiging = Invitation to a talk
template-uitnodiging-subject = Invitation to a talk
template-uitnodiging-text =
    Dear { $to },

    Something happened on social media. { $school } would like to talk with you about it.

    When: { $when }
    Where: { $place }

    Can you not make it? Let us know, and we look for another time.

    { $school }, { $today }
    Case { $number }
template-hoorgesprek = Invitation to be heard
template-hoorgesprek-subject = Invitation to be heard
template-hoorgesprek-text =
    Dear { $to },

    { $school } is thinking about a measure. Before we decide anything, we want to hear what you think.

    When: { $when }
    Where: { $place }

    You may bring somebody. You may also write what you think. If you do not come, we decide without having heard you.

    { $school }, { $today }
    Case { $number }
template-verzoek = Request to remove or correct something
template-verzoek-subject = Request to remove a post
template-verzoek-text =
    Dear { $to },

    There is a post on the internet that harms somebody:
    { $link }

    { $school } asks you to remove or correct this post. Do so today if you can. Let us know when it is done.

    { $school }, { $today }
    Case { $number }
template-antwoord = Answer to who reported it
template-antwoord-subject = Answer to your report
template-antwoord-text =
    Dear { $to },

    You told us that something went wrong. Thank you. We looked into it and did what was needed.

    We may not tell you anything about others. Does it happen again? Then report it again.

    { $school }, { $today }
    Case { $number }
template-waarschuwing = Warning
template-waarschuwing-subject = { $step }
template-waarschuwing-text =
    Dear { $to },

    At { $school } we have agreements about social media. { $who } did something that does not fit them.

    { $reason }

    Therefore { $who } gets: { $step } (article { $article } of the protocol).

    Do you want to talk about this? Then get in touch with us.

    { $school }, { $today }
    Case { $number }
template-schorsing = Suspension
template-schorsing-subject = Suspension of { $who }
template-schorsing-text =
    Dear { $to },

    { $school } suspends { $who } from { $from } up to and including { $until }.

    The reason: { $reason }

    This decision rests on article { $article } of the protocol. Schoolwork goes on during the suspension; we agree how.

    { $school }, { $today }
    Case { $number }
template-verwijdering = Removal
template-verwijdering-subject = Removal of { $who }
template-verwijdering-text =
    Dear { $to },

    { $school } has decided to remove { $who } from school.

    The reason: { $reason }

    This decision rests on article { $article } of the protocol. Another school is willing to take { $who }.

    { $school }, { $today }
    Case { $number }
template-ordemaatregel = Measure against a member of staff
template-ordemaatregel-subject = { $step }
template-ordemaatregel-text =
    Dear { $to },

    { $school } imposes a measure: { $step }.

    The reason: { $reason }

    This decision rests on article { $article } of the protocol and on the collective agreement.

    { $school }, { $today }
    Case { $number }
templates-title = Letters of the school
templates-of = These are the texts of { $school }. Change them, or go back to the usual text.
templates-letter = Letter
templates-whose = Text
templates-own = of the school
templates-usual = usual text
templates-names = The program fills this in
templates-back = Go back to the usual text
variable-to = who gets the letter
variable-who = whom it is about
variable-school = the school
variable-number = the number of the case
variable-today = today's date
variable-when = day and time of the talk
variable-place = where the talk is
variable-link = the address of the post
variable-step = the measure
variable-reason = the reason
variable-article = the article of the protocol
variable-from = the first day
variable-until = the last day

# The file to hand over.
act-dossier = Hand over the file
dossier-lead = The file is one PDF with an index. What was handed in travels inside.
dossier-for = For whom?
dossier-for-school = The school's own file system
dossier-for-police = The police
dossier-for-police-hint = With the evidence and what was decided about the police. Only here it says which offence it may be.
dossier-system = By article { $article } of the protocol it is filed in: { $system }.
dossier-button = Make the file
dossier-read-first = Read it before you hand it over. Names of others were taken out, as far as the school knows them.
dossier-title = File of case { $number }
dossier-contents = Contents
dossier-what = What
dossier-is = How it stands
dossier-page = Page
dossier-files = Files
dossier-number = Number
dossier-file = File
dossier-about = About
dossier-when = When
dossier-facts = The case
dossier-school = School
dossier-came = Came in
dossier-state = State
dossier-closed = Closed
dossier-protocol = Protocol
dossier-articles = Articles
dossier-reader = Made for
dossier-made = Made on, by
dossier-masked = Names of others are replaced by what somebody is at school, with a number.
dossier-parties = Who is in it
dossier-who = Who
dossier-part = As what
dossier-talks = Talks
dossier-restoring = Restoration
dossier-measures = Measures
dossier-objections = Objections
dossier-decisions = Other decisions
dossier-letters = Letters and messages
dossier-evidence = Evidence
dossier-police = Police
dossier-work = Notes, tasks and aftercare
dossier-attached = Is file { $number } inside this document.
dossier-left = What is not in it
dossier-why = Why not
left-of-another = This is about somebody else, or came from somebody else.
left-file = The file did not come from you: somebody else may be in it.
mask-pupil = pupil { $number }
mask-staff = member of staff { $number }
mask-parent = parent { $number }
mask-other = person { $number }
mask-reporter = who reported it
mask-name = [name]

# The cases of a pupil.
pupil-title = Cases with { $who }
pupil-link = Cases of this pupil
pupil-lead = Only cases that you may see stand here. A part belongs to one case and says nothing of who somebody is.
pupil-part = As what
pupil-decided = What was decided
pupil-nothing = nothing yet
pupil-none = There is no case that you may see.
pupil-lifted = taken back { $day }
pupil-found = Pupils with this name

# The figures of a year.
figures-title = Figures of a school year
figures-total = Reports and cases
figures-small = A number under 5 is written as < 5. Another number is not shown if such a small number could be worked out with it. So figures say nothing about one pupil.
figures-hidden = not shown
figures-none = Nothing in this year.
figures-csv = Take the figures along (CSV)
figures-table = Table
figures-what = What
figures-many = How many
figures-way = How it came in
figures-outcome = How it ended
figures-outcome-waarschuwing = warning
figures-outcome-schorsing = suspension
figures-outcome-verwijdering = removal
figures-outcome-ordemaatregel = measure against a member of staff
figures-outcome-geen = no measure
figures-outcome-signaal = not taken up yet
figures-outcome-open = being handled
figures-outcome-advies = was a question
figures-outcome-niet-van-ons = not ours
figures-outcome-dubbel = was reported before
figures-outcome-meldroute = duty to report by law
figures-term = Terms
figures-term-op-tijd = everything in time
figures-term-te-laat = something too late
figures-term-loopt = not closed yet
figures-first = Until somebody took it up
figures-first-1 = within a day
figures-first-2 = within two days
figures-first-7 = within a week
figures-first-later = later
figures-first-niet = not taken up
figures-article = By article

# The police: who can file.
filer-affected = { $who } is { $age } and files a complaint personally where the law asks for one.
filer-representative = { $who } is { $age }: where the law asks for a complaint, who represents them by law files it ({ $parents }).
filer-unknown = The school does not know the age of { $who }. Under 16, who represents them by law files a complaint where the law asks for one.
filer-nobody = nobody known to the school yet
filer-until = That can be done up to and including { $day }.
filer-until-open = That can be done until three months (90 days) after this became known.
filer-anybody = Anybody who knows of this offence can report it, the school too.
filer-ask = Ask the police who can report this.
police-fact = Possible offence: { $what } (Criminal Code, article { $article })
