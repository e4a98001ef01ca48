# Menu.
menu-consent = Consent
menu-picture = Who may be in the picture?
menu-register = Register of consent

# Channels.
channel-website = Website
channel-nieuwsbrief = Newsletter
channel-portaal = Parents' portal
channel-klassengroep = Class group
channel-instagram = Instagram
channel-facebook = Facebook
channel-linkedin = LinkedIn
channel-mastodon = Mastodon
channel-bluesky = Bluesky
channel-video = Video channel
channel-drukwerk = Print
channel-pers = Newspaper, radio and TV
channel-intern = Inside the school

# Where something is seen, after a medium.
at-website = on the website
at-nieuwsbrief = in the newsletter
at-portaal = on the parents' portal
at-klassengroep = in the class group
at-instagram = on Instagram
at-facebook = on Facebook
at-linkedin = on LinkedIn
at-mastodon = on Mastodon
at-bluesky = on Bluesky
at-video = on the video channel
at-drukwerk = in print
at-pers = in newspaper, radio or TV
at-intern = inside the school

# As what somebody can be recognised.
medium-foto = Photo
medium-film = Film
medium-geluid = Voice
medium-naam = Name

# Answers.
answer-yes = Yes
answer-no = No
answer-undone = Undone
pupil-fine = I am fine with it
pupil-no = I do not want this
holds-may = May
holds-may-not = May not
withdraw = Withdraw

# Why.
reason-guardian-yes = A parent or carer said yes.
reason-own-yes = Said yes themselves.
reason-protected = We do not show this person.
reason-purpose-ended = The school does not do this any more.
reason-not-asked = The school does not ask this.
reason-not-here = No longer at this school.
reason-own-no = Said no themselves.
reason-pupil-no = The pupil said no. A parent cannot change that. The school talks about it.
reason-guardian-no = A parent or carer said no.
reason-other-guardian = The answer of the other parent is needed too.
reason-says-it-self = From 16 on the pupil decides. There is no answer of their own yet.
reason-authority = The school must first see who has parental authority.
reason-no-say = Only somebody without a say has answered.
reason-notice-changed = The school now does this differently. The answer is needed again.
reason-came-back = The pupil was away and came back. The answer is needed again.
reason-unanswered = No answer yet.

# One's own page.
own-title = Who may show what?
own-lead = Choose for each question. Everything is allowed, and each answer is right.
own-unanswered = No answer is no. You can always change it, on this page, and it works at once.
own-nothing = The school asks nothing now.
own-save = Save the answers
own-history = See all earlier answers
person-photos = Photos with this name
own-photos = See the photos that are there already, and have them covered
myself = Myself
recipients-said = Also with: { $who }.
say-to-confirm = The school must first see who has parental authority over { $name }. After that you can answer here.
say-pupil-alone = { $name } is 16 or older and decides. Would you like to talk about it? Contact the school.
say-withdraw = Your parents or carers give consent. You can always say no, and then that holds.
notice-changed = The school has just changed “{ $title }”. Read it once more and then save again.

# After saving.
saved-title = Saved
saved-talk = { $name } said no. That stays so. The school invites you to talk about it.
saved-out = This is out already:
saved-out-next = The school removes it. What others have copied, the school cannot remove.
saved-next = It holds from now on. Nobody can post anything new where the answer is no.
see-receipt = Receipt of the answers for { $name }
back-to-answers = Back to all questions

# Letters.
and = and
letter-english = English below.
letter-ask =
    Dear { $name },

    { $text }

    It is about: { $about }.
    Open this link and press the button:

    { $link }

    You choose for each question. Every answer is fine. No answer is a no. You can change it at any time.
    The link works for { $days } days, and once. Do not pass it on: whoever has it can answer for you.
    Rather on paper? Ask the school for a form.

    { $school }
letter-ask-own =
    Dear { $name },

    { $text }

    It is about yourself. Open this link and press the button:

    { $link }

    You choose for each question. Every answer is fine. No answer is a no. You can change it at any time.
    The link works for { $days } days, and once. Do not pass it on: whoever has it can answer for you.

    { $school }
letter-remind =
    Dear { $name },

    You had a letter from us, and we have no answer yet. No is an answer as well: then you are not reminded again.

    { $text }

    It is about: { $about }.
    Open this link and press the button:

    { $link }

    The link works for { $days } days, and once. Do not pass it on: whoever has it can answer for you.

    { $school }
letter-remind-own =
    Dear { $name },

    You had a letter from us, and we have no answer yet. No is an answer as well: then you are not reminded again.

    { $text }

    It is about yourself. Open this link and press the button:

    { $link }

    The link works for { $days } days, and once. Do not pass it on: whoever has it can answer for you.

    { $school }
letter-receipt-subject = Your answers are kept
letter-receipt =
    Dear { $name },

    By a link in our letter this was answered just now:

    { $answers }

    Was it not you? Tell the school at once. You can change it at any time: { $page }
life-12-pupil-subject = You may say no yourself now
life-12-pupil =
    Dear { $name },

    You turned 12. From now on you may say no to photos and films of you. Your parents or carers give consent, but if you say no,
    then that holds. You need not say why.
    Open this link and press the button:

    { $link }

    The link works for { $days } days, and once. You can change it at any time.

    { $school }
life-12-guardian-subject = Your child turned 12
life-12-guardian =
    Dear { $name },

    { $pupil } turned 12. From now on { $pupil } may say no to photos and films. You still give consent, but a no of { $pupil }
    holds, and you cannot change that. Talk about it together.

    { $school }
life-soon-pupil-subject = Soon you decide
life-soon-pupil =
    Dear { $name },

    On { $day } you turn 16. From that day on you decide whether the school may show you. What your parents or carers said does not
    count any more from { $last }. On your birthday you get a letter with a link.

    { $school }
life-soon-guardian-subject = Soon your child decides
life-soon-guardian =
    Dear { $name },

    On { $day } { $pupil } turns 16. From that day on { $pupil } decides whether the school may show photos and films. What you said
    does not count any more from { $last }. You need not do anything.

    { $school }
life-16-pupil-subject = Now you decide
life-16-pupil =
    Dear { $name },

    You are 16. From now on you decide whether the school may show you. If you choose nothing, the school
    shows nothing new from { $last }.
    Open this link and press the button:

    { $link }

    The link works for { $days } days, and once. You can change it at any time.

    { $school }
life-16-guardian-subject = Your child decides now
life-16-guardian =
    Dear { $name },

    { $pupil } turned 16 and now decides whether the school may show photos and films. We asked { $pupil } about it.
    You need not do anything.

    { $school }
life-18-pupil-subject = You are 18
life-18-pupil =
    Dear { $name },

    You turned 18. Your parents or carers cannot arrange anything for you with the school any more, and they do not see your data
    any more. What you chose yourself about photos and films stays so.

    { $school }
life-18-guardian-subject = Your child turned 18
life-18-guardian =
    Dear { $name },

    { $pupil } turned 18. From now on { $pupil } arranges everything with the school, and you do not see the data of { $pupil } any
    more.

    { $school }

# Who may be in the picture?
picture-choose = Choose a group.
picture-own = Your group
picture-title = Who may be in the picture? { $group }
picture-at = As it was on
picture-old = hours old
picture-nothing = Choose below where the photo or film goes.
picture-everybody = Everybody of this group.
picture-not = Not in the picture: { $n }
picture-may = May be in the picture: { $n }
picture-not-on = Not: { $where }
picture-ask = Not asked yet or no answer. Take it as a no.
picture-instead = Another seat, leave out, cover or crop.
picture-no-answer = No answer
picture-print = Print
picture-take = Take it along, also without internet
picture-taken = On this device for a day
picture-other = Show something else
picture-where = Where does it go?
picture-as = What is it?
picture-look = Look

# The office.
find = Find
group = Group
schools = Schools
register-find = Find a pupil or member of staff
register-nobody = Nobody found.
register-far = How far are the answers?
register-more = More
far-whole = All answered
far-partly = Partly
far-none = Nothing
far-said = { $whole } of { $pupils }
todo-title = What waits
todo-count = remove { $off } times, talk { $talks } times
todo-off = Remove
todo-off-none = Nothing has to be removed.
todo-off-for = For { $who }, since { $since }
todo-off-done = It is gone, I looked
todo-talks = Talk
todo-talks-none = No talk is needed.
todo-talk = { $pupil } said no. { $guardian } said yes after that, on { $since }. Talk with both. Until then it is no.
todo-talk-done = The talk took place
waits-off = Take down: { $title }
waits-talk = Talk with { $pupil } and { $guardian }
waits-talk-why = Their answers about consent differ
waits-answer = Answer about consent
waits-answer-about = For { $names }
todo-done = Just done
todo-not-done = That is not so: put it back
done-off = Taken down: { $title }
done-talk = Talked with { $pupil }
type-in = Type in an answer
vote-said = { $who }: { $answer }, { $day }
acts-title = What was said
acts-none = Nothing yet.
act-told = { $who }: { $yes } times yes, { $no } times no ({ $how }).
act-typed = Typed in by { $who }.
undo = Undo
see-form = See the form
how-page = on their own page
how-paper = on paper
how-talk = in a talk
how-import-written = taken over, was in writing
how-import = taken over
shield-title = Never show
shield-now = Never show
shield-since = Since { $since }. { $reason }
shield-why = Whoever stands here is never in the picture, whatever anybody answers. Lists only say “no”.
shield-reason = Why
shield-reason-hint = Only those who lead the school read this. It is encrypted.
shield-begin = Never show this person
shield-end = End the protection
shield-end-hint = From then on the answers hold again.

# Typing in an answer.
paper-title = Type in an answer about { $name }
paper-who-asked = Who answered?
paper-who-hint = Only who had a say on that day stands here.
paper-how-asked = How?
paper-day-asked = On which day?
paper-only = Fill in only what was really said. The rest stays as it is.
paper-scan = Scan of the form
paper-scan-hint = PDF, JPEG or PNG, at most 5 MB. May stay empty.
paper-save = Save this answer
paper-nobody = Nobody can answer now. See at the person who has parental authority.
paper-day = Fill in a day of the last ten years, not in the future
paper-how = Choose how it was said
paper-who = Choose who answered and had a say on that day
paper-nothing = Fill in at least one answer
paper-scan-wrong = Choose a PDF, JPEG or PNG

# What the school asks consent for.
purposes-title = What do we ask consent for?
purposes-none = The school asks nothing yet.
purposes-usual = Begin with the usual list
purpose-ended = Ended
purpose-version = version { $version }, since { $since }
purpose-change = Change the notice
purpose-new = New purpose
purpose-save = Save as a new version
purpose-end = End this purpose
purpose-goes-on = Go on with this purpose
purpose-end-hint = After the end nothing new may be shown for this purpose. The answers are kept.
ground-consent = Consent
ground-task = Task in the public interest: no question, but a notice
ground-interest = Legitimate interest: no question, objection possible
audience-pupils = Pupils
audience-staff = Staff
audience-everybody = Pupils and staff
notice-title = Name in Dutch
notice-title-en = Name in English
notice-why = Why, and who sees it, in Dutch
notice-why-en = Why, and who sees it, in English
notice-kept = How long it stays, in Dutch
notice-kept-en = How long it stays, in English
notice-ground = On which ground?
notice-ground-hint = Only with consent do people get a question.
notice-audience = Whom do we ask?
notice-offers = What do we ask?
notice-recipients = Who else receives it?
notice-recipients-hint = Names with a comma between them, such as the company behind a channel.
notice-retention = After how many days is it removed?
notice-retention-hint = Empty: as long as the person is at the school.
notice-again = Does something change that matters?
notice-again-hint = Such as a new recipient. Then an earlier yes does not count any more and we ask again.
notice-again-yes = Yes, ask again
notice-fill-in = Fill in a text of at most 1000 characters
notice-choose-ground = Choose a ground
notice-choose-audience = Choose whom we ask
notice-choose-offer = Choose at least one question
notice-days = Fill in a number from 1 to 3650
notice-somebody-else = Somebody else has just changed this. Open it again.
terms-title = Rules for consent
terms-guardians = Two parents with authority
terms-guardians-hint = A no of one parent always holds.
terms-one = One yes is enough
terms-one-hint = The school may take one parent to speak for both, until the other says no.
terms-both = Both parents must say yes
terms-both-hint = As long as one answer is missing, it is no.
terms-days = Days after the 16th birthday in which the parents' answer still holds
terms-days-hint = 0 to 60. With 0 it is no from the birthday until the pupil answers.
terms-choose = Choose one of the two
terms-days-wrong = Fill in a number from 0 to 60
terms-save = Save the rules

# Asking.
asks-title = Ask people
asks-none = The school has asked nobody yet.
asks-list = What the school asks and asked
asks-what = What
asks-state = How it stands
asks-when = Begun
asks-begin = Begin to ask
asks-protocol = This fits the protocol of the school. Whom we ask is filled in then.
asks-huidig = Everybody who is here now, once
asks-huidig-hint = Whoever has not answered yet gets a letter.
asks-huidig-subject = What may the school show?
asks-huidig-text = We take photos and films at school. May we show them, and where? You choose. It takes two minutes.
asks-inschrijving = Whoever is new
asks-inschrijving-hint = Each day we look who is new: a pupil, a parent, a member of staff. Also who comes back, and who has a question that changed. This goes on until you stop it.
asks-inschrijving-subject = Welcome. What may the school show?
asks-inschrijving-text = Welcome to the school. We take photos and films. May we show them, and where? You choose. It takes two minutes.
asks-herinnering = Reminder: you can change your choice
asks-herinnering-hint = Everybody who may answer gets one letter. Answers stay as they are.
asks-herinnering-subject = You can change your choice at any time
asks-herinnering-text = You chose before which photos and films the school may show. That choice still holds. Do you want to change it? You can at any time.
asks-nieuw = Something new
asks-nieuw-hint = The school wants to show something new. Choose below what it is about.
asks-nieuw-subject = The school asks something new
asks-nieuw-text = We want to show photos and films in another place as well. Is that all right? You choose.
asks-afscheid = Farewell photo
asks-afscheid-hint = Only the groups that leave the school.
asks-afscheid-subject = The farewell photo
asks-afscheid-text = Soon there is a farewell. We will take a photo. May we show it, and where? You choose.
asks-zestien = Pupils of 16 and older
asks-zestien-hint = From 16 on a pupil decides. Whoever has not done so yet gets a letter.
asks-zestien-subject = Now you decide what the school shows
asks-zestien-text = You are 16 or older. Then you decide whether the school may show photos and films of you.
asks-who = Whom do we ask?
asks-who-hint = Whoever may not answer gets no letter.
asks-who-none = Choose whom the school asks.
asks-guardians = Parents and carers, and pupils from 16 on
asks-pupils = Pupils from 12 to 16: they may say no
asks-staff = Staff
asks-groups = Which groups?
asks-groups-hint = If you choose none, it is the whole school. We ask staff with the whole school only.
asks-whole-school = The whole school
asks-purposes = About what?
asks-purposes-hint = If you choose none, it is about everything that the school asks.
asks-all-purposes = Everything that the school asks
asks-letter = The letter
asks-letter-hint = The name, the link and the explanation are added. Whoever did not answer before gets both languages.
asks-subject-nl = Subject in Dutch
asks-subject-en = Subject
asks-text-nl = What the letter says, in Dutch
asks-text-en = The same in English
asks-text-none = Fill this in.
asks-text-long = Make this shorter: at most { $most } characters.
asks-days = After how many days do we remind?
asks-days-hint = For example 7, 14. Whoever answers is not reminded again.
asks-days-wrong = Fill in at most four numbers, from 1 to 60, the lowest first.
asks-look = Look it over
asks-check = Is this right?
asks-count = How many people
asks-count-said = { $asked } people, about { $about } people
asks-nowhere = Without an e-mail address
asks-start = Send the letters
asks-change = Change something
asks-goes-on = Goes on.
asks-busy = The letters are leaving.
asks-ready = The letters left.
asks-stopped = Stopped.
asks-began = Begun on { $when }.
asks-reminds = Reminds after { $days } days.
asks-progress = Answered
asks-by-group = How far each group is
asks-group = Group
asks-answered = Answered
asks-paper = On paper
asks-print = Print forms
asks-print-all = Print their forms
asks-unreached = Of { $count } people the school has no e-mail address.
asks-no-group = No group
asks-nobody = Nobody was asked yet.
asks-stop = Stop asking
asks-stop-hint = Letters that did not leave yet do not leave any more. Nobody is reminded. Answers go on to hold.
example-name = Ms De Vries
example-child = Noor
example-link = https://…
print-title = Forms for consent
print-nobody = There is nobody for whom a form is needed.
print-about = This is about
print-how = Choose on each line. Every answer is fine. If you fill in nothing, it is a no.
print-question = Is this all right?
print-name = Name of who fills it in
print-day = Date
print-signature = Signature
print-later = You can change it at any time, later as well. Give this form to the school.

# Proof.
proof-title = Receipt of the answers for { $name }
proof-made = Made on { $when }. What stands below is what the school knows at that moment.
proof-pdf = Keep as PDF
proof-jsonld = Keep for another program (JSON-LD, ISO/IEC TS 27560)
proof-nothing = The school asked nothing, and nobody answered.
proof-question = Question
proof-when = When
proof-said = Answer
proof-who = Who
proof-how = How
proof-notice = Version of the notice
said-by-you = Yourself
said-by-self = The person
said-by-guardian = A parent or carer
history-nothing = There are no answers yet.

# As a file.
exchange-title = The consents as a file
exchange-hint = It has names of children in it. Do not keep the file longer than needed. That you take it stands in the log.
exchange-csv = What holds now, for a spreadsheet (CSV)
exchange-json = What holds now, for another program (JSON)
exchange-changes = Only what changed
exchange-since = Since which day?
exchange-take = Take the file

# Taking answers over.
takeover-title = Take answers over
takeover-hint = Are there answers in another system already? Take them from there as CSV. First you see what we read; then you choose.
takeover-file = File with answers
takeover-file-hint = CSV with a row for each pupil, at most 2 MB.
takeover-send = Read the file
takeover-no-file = Choose a CSV file with at least one row under the names of the columns
takeover-columns = What do the columns mean?
takeover-columns-hint = Say for each column what is in it. Under the name stand the first lines.
takeover-ignore = Do not use
takeover-as-nummer = Number of the pupil
takeover-as-naam = Name of the pupil
takeover-as-geboren = Birth date
takeover-as-ouder = Name of the parent who answered
takeover-as-dag = Day of the answer
takeover-yes = What means yes?
takeover-no = What means no?
takeover-words-hint = Put a comma between them. An empty cell is no answer.
takeover-written = Did it stand on paper?
takeover-written-hint = Only if the school has the signed forms.
takeover-written-yes = Yes, the answers were given in writing
takeover-not-enough = Choose where the number or the name of the pupil stands, and at least one question
takeover-good = { $count } lines can be taken over.
takeover-refused = { $count } lines are not taken over. Ask those people again.
takeover-lines = Not taken over
takeover-line = Line
takeover-why = Why
takeover-start = Take over
takeover-nobody = We do not know this pupil.
takeover-several = More than one is called so. Add the number of the pupil or the birth date.
takeover-birthday = The birth date is another than we have.
takeover-alone = This pupil is 16 or older and decides alone.
takeover-unrepresented = We know of nobody that they have authority.
takeover-which = There are two parents with authority, and it does not say which of them answered.
takeover-stranger = Whoever is named has no authority over this pupil with us.
takeover-day-wrong = The day is not right, or lies in the future.
takeover-unread = “{ $text }” is neither yes nor no.
takeover-empty = There is no answer.

# The letter of a made-up school.
demo-subject = May we show your child?
demo-text = The school likes to show what happens. Would you choose for each question what is allowed?
