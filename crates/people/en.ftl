# Menu.
menu-home = Waiting
menu-me = My data
menu-children = My children
menu-people = People
menu-groups = Groups
menu-roles = Roles
menu-import = Bring in
menu-year = School year
menu-schools = Schools
menu-log = Log
menu-jobs = Jobs

# Words that often return.
name = Name
kind = Kind
where = Where
when = When
who = Who
what = What
number = Number
change = Change
save = Save
find-button = Search
to-do = To do
to-do-school = The school still has to act
school = School
schools = Schools
school-year = School year
group = Group
groups = Groups
pupils = Pupils
mentor = Mentor
teachers = Teachers
as = As
email = E-mail address
first-day = First day
last-day = Last day
whole-board = The whole board
since = from { $from }
from-until = { $from } up to and including { $until }
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
kind-pupil = Pupil
kind-guardian = Parent or carer
kind-staff = Staff
kind-left = Left
part-pupil = Pupil
part-mentor = Mentor
part-teacher = Teacher

# Finding somebody.
find-title = People
find-label = Whom are you looking for?
find-hint = Two letters of the name are enough. You do not need to type accents.
find-caption = People found
find-none = Nobody found. Try another part of the name.
find-more = There are more. Type more letters.
add-person = Add somebody
add-person-button = Add

# The page of a person.
born = Born
born-said = { $day } ({ $age } years)
left-on = Last day
groups-caption = Groups
guardians = Parents and carers
guardians-none = Nobody is known yet.
children = Children
roles = Roles
relation = Relation
relation-parent = Parent
relation-voogd = Legal guardian
relation-carer = Carer
relation-other = Somebody else
authority = Authority
authority-yes = Yes, with authority
authority-no = No, without authority
authority-unknown = Not known
authority-link = Record authority
standing-represents = Has authority
standing-to-confirm = Authority not established yet
standing-without = Has no authority
standing-of-age = Pupil is 18 or older
standing-not-now = No longer
warning-to-confirm = Nobody's authority has been established. Do that first: without it nobody can give consent.
warning-by-nobody = Nobody with authority is known. Find out who represents this pupil.
merged-count = { $n ->
    [one] One duplicate record was merged into this one.
   *[other] { $n } duplicate records were merged into this one.
}
file-actions = What you can do
who-looked = Who looked at this
change-details = Change details
add-guardian = Add a parent or carer
leaves = Arrange departure
merge = Merge a duplicate

# Authority.
authority-title = Record authority
authority-question = Does { $guardian } have authority over { $pupil }?
authority-hint = Look in the register of authority or the enrolment papers. If you do not know, choose ‘not known’.
authority-why = Only somebody with authority can give consent. What you record goes into the log with your name.
authority-button = Record
choose-authority = Choose whether this person has authority
choose-relation = Choose what this person is to the pupil
relation-question = What is this person to the pupil?
add-guardian-button = Add

# For parents.
children-title = My children
children-none = The school has not put a child with your name yet. Please ask the school.
you-represent = You have authority over this child.
you-to-confirm = The school still has to establish that you have authority. Until then you see only the name and group here.
you-without = According to the school you have no authority over this child, so you see only the name and group. If that is wrong, please ask the school.
you-of-age = This child is 18 or older and decides for themselves.
you-not-now = This is over.
see-file = What the school knows of this child
see-own = What the school knows of you, and who looked at it
who-looked-child = Who looked at this child's data

# Groups.
groups-none = There are no groups in this school year.
add-group = Add a group
add-group-button = Add group
group-title = Group { $group }
pupils-count = { $n ->
    [one] 1 pupil
   *[other] { $n } pupils
}
pupils-caption = Pupils of this group
pupils-none = Nobody is in this group yet.
level = Year
change-members = Change members
group-name = Name of the group
group-name-hint = For example 5a, 3/4b or H3c
group-kind = What kind of group is it?
kind-class = A class
kind-cluster = Another group, such as a subject
lowest = Year
lowest-hint = For a combined class: the lowest year
highest = Highest year
highest-hint = Only for a combined class
fill-in-group-name = Fill in a name of at most 40 characters
group-name-taken = Choose another name: this group exists already
fill-in-level = Fill in a year from 1 to { $highest }
fill-in-highest = Fill in a year that is not lower than the first
members-title = Members of group { $group }
members-find = Who joins?
members-caption = Who is in it now
take-out = Take out
place-button = Put in the group
choose-person = Choose a person

# Adding or changing somebody.
call-name = Call name
initials = Initials
infix = Infix
infix-hint = Such as van der or el
family-name = Family name
family-hint = Leave this empty for somebody with one name only
born-hint = For example 4 3 2015
email-hint = To sign in and to receive post
email-hint-guardian = With this the person can sign in
who-is-it = Whom do you add?
guardian-hint = A parent is added on the page of the child.
group-hint = This can also be done later.
no-group = No group yet
too-long = Use at most 80 characters
fill-in-name = Fill in a call name or a family name
fill-in-email = Fill in an e-mail address such as name@example.org
fill-in-birthday = Fill in a birth date that exists and has passed
choose-kind = Choose whether it is a pupil or staff
choose-school = Choose a school
choose-group = Choose a group of this school
changed-meanwhile = Somebody else has just changed these details. Go back and start again.

# Roles.
roles-title = Who has which role
roles-lead = Mentors and teachers of a group are listed with their group.
roles-none = Nobody has a role yet.
roles-nobody = Nobody fills these roles
give-role = Give a role
end-role = End role
name-substitute = Name a substitute
stands-in-for = stands in for { $name }
substitute-lead = Who stands in for { $name } as { $role }?
roles-find = Who gets the role?
which-role = Which role?
until-hint = Leave empty if no end was agreed
choose-role = Choose a role
fill-in-first-day = Fill in the first day
fill-in-until = Fill in a last day that is not before the first
fill-in-last-day = Fill in the last day
role-alone = Nobody else has this role here. Give it to somebody else first, or work will be left undone.
role-by-roster = This role follows from the pupil administration
role-of-board = This role holds for the whole board
role-of-school = Choose a school for this role

# Departure.
leave-title = { $name } leaves
leave-ready = No work is left open. After the last day this person can no longer sign in. Roles and groups end then too.
leave-button = Record departure
work-count = { $n ->
    [one] 1 thing is still to be done
   *[other] { $n } things are still to be done
}
work-first = Hand over this work first. Then the account can close.
work-mentor = Group { $group } has no other mentor
work-role = Nobody else is { $role }
work-substitute = Stands in for somebody as { $role }

# Merging.
merge-lead = Is { $name } in here twice? Find the other record.
merge-find = Who is the same person?
merge-who = Choose the record that stays
merge-compare = Compare
merge-caption = The two records
merge-goes = This record merges
merge-stays = This record stays
merge-warning = Groups, parents and children are carried over. Roles end. This cannot be undone.
merge-button = Merge

# School year.
roll-title = From { $from } to { $to }
roll-lead = This is a preview. Nothing changes until you confirm it.
roll-moving = Goes to a group
roll-again = Does the year again
roll-leaving = Leaves
roll-open = Still to choose
roll-caption = Groups of now
roll-next = Groups in { $to }
roll-goes = Where to
roll-leaves = leaves
roll-choose = choose
roll-follows = goes with the group
roll-stays = does the year again
roll-to = to group { $group }
roll-class-title = Group { $group } in { $to }
roll-class-lead = Choose only for pupils who do not simply go with the group.
roll-warning = The groups of { $from } end on 31 July. Who leaves is no longer a pupil from 1 August.
roll-button = Go on to { $to }
roll-begun = Pupils already have a group in { $to }. This was done before.
roll-nobody = No pupils are in a group.
roll-unclear = { $n ->
    [one] For 1 pupil it is not clear where they go. Choose that first.
   *[other] For { $n } pupils it is not clear where they go. Choose that first.
}
roll-changed = Something has changed meanwhile. Look at the preview again and then confirm.

# Schools.
schools-none = There is no school yet.
schools-caption = Schools of the board
add-school = Add a school
school-name = Name of the school
sector = Kind of education
sector-po = Primary education
sector-vo = Secondary education
brin = BRIN number
brin-hint = Two digits and two letters, sometimes two more digits: 99ZZ00
protocol = Protocol
protocol-hint = The social-media protocol that holds at this school
no-protocol = No protocol yet
locations = Locations
locations-none = This school is in one place.
location-name = Name of the location
add-location = Add location
fill-in-school-name = Fill in the name of the school
choose-sector = Choose the kind of education
fill-in-brin = Fill in a BRIN number such as 99ZZ or 99ZZ00
choose-protocol = Choose a protocol from the list
fill-in-location = Fill in the name of the location

# Log.
log-title = Log
log-lead = Everything that was decided and looked at. The log only grows: nothing can be taken out.
log-about = About whom
log-by = By whom
log-kind = What happened
log-all = Everything
log-caption = From the log
log-none = Nothing found.
log-older = Older
log-nobody = Fill in a name that we know
log-several = Fill in more of the name: there are several
fill-in-day = Fill in a day that exists
seen-title = Who looked at { $name }
seen-lead = Each time somebody looks at this data or changes it, it is written here.
somebody-gone = somebody who is gone
the-program = the program
log-looked = Looked at
looked-file = the file
looked-details = the details, to change them
looked-merge = the file, to merge it
looked-log = who looked
looked-text = the name, beside a text that was checked
looked-words = the name, in the school's word list
looked-case-chronology = the cases of this pupil
looked-consent-form = the consent form
looked-dossier = the file of a case
looked-advice = a question asked when in doubt
looked-case = a case
looked-case-letter = a letter of the school
looked-consent = the consents
looked-consent-proof = the proof of a consent
looked-photo = a photo
looked-photos = the photos
looked-publication = the name, with a post
log-authority-confirmed = Authority recorded
log-guardian-added = Parent or carer added
log-person-added = Person added
log-person-changed = Details changed
log-person-left = Departure recorded
log-person-merged = Records merged
log-group-added = Group added
log-group-member = Group member changed
log-role-given = Role given
log-role-ended = Role ended
log-roster-imported = Roster imported
log-year-rolled = School year rolled over
log-school-changed = School changed
log-word-kept = Word kept for checking texts
log-word-removed = Word taken off the list
log-job-revived = Job tried again
log-signed-in = Signed in
log-stepped-up = Proved again who it is
log-signed-out = Signed out
log-advice-answered = Answer to a question
log-advice-asked = Question asked when in doubt
log-advice-forgotten = Question forgotten, its time is up
log-advice-precedent = Earlier answer changed
log-advice-settled = Chosen who answers questions
log-advice-went-on = Question went on to somebody else
log-board-founded = Board founded
log-case-articles = Articles of a case chosen
log-case-board = Board told of a case
log-case-closed = Case closed
log-case-done = Step in a case done
log-case-evidence = Evidence in a case
log-case-exported = Dossier taken along
log-case-fake = Fake account in a case
log-case-figures = Figures of cases
log-case-forgotten = Case forgotten, its time is up
log-case-hold = Case kept longer
log-case-joined = Somebody added to a case
log-case-legal = Step of the law in a case
log-case-letter = Letter in a case
log-case-mailbox = Mailbox for reports changed
log-case-measure = Measure in a case
log-case-mistaken = Mistake in a case mended
log-case-noted = Note in a case
log-case-objection = Objection
log-case-opened = Case opened and read
log-case-opened-as = Case begun
log-case-planned = Appointment in a case
log-case-police = Police in a case
log-case-reopened = Case opened again
log-case-restore = Restoring in a case
log-case-searched = Searched in cases
log-case-seated = Who handles a case
log-case-signalled = Report came in
log-case-talked = Talk in a case
log-case-template = Letter of the school changed
log-case-turned = Case became of another kind
log-case-urgent = Urgency of a case changed
log-case-watch = What the school watches changed
log-case-wrote = Message in a case
log-channel = Channel changed
log-channel-health = Channel checked
log-consent = Consent
log-consent-asked = Consent asked
log-consent-exported = Consents taken along
log-consent-list = List of consents shown
log-consent-notice = Explanation of consent changed
log-consent-purposes = Purposes of consent changed
log-consent-shield = Shielding of a pupil
log-consent-taken-over = Consents taken over
log-consent-talk = Talk about consent
log-consent-terms = Rules about consent changed
log-consent-undone = Consent undone
log-draft-approved = Post approved
log-letter-link-again = Letter to sign in made again
log-passkey = Passkey
log-password-changed = Password changed
log-photo = Photo
log-photo-album = Album
log-photo-complete = Photo declared complete
log-photo-crop = Crop of a photo
log-photo-faces = Faces in a photo
log-photo-film = Film
log-photo-request = Covered on request
log-photo-terms = Rules about photos changed
log-publication = Post published or taken off
log-publication-proof = Proof of a post
log-publication-release = Post released
log-publication-terms = Rules about posts changed
log-pupil-account = Account of a pupil
log-recovery-code = Recovery code used
log-second-factor = Second step of signing in
log-service-linked = Linked to the school's sign-in
log-service-set = The school's sign-in set
log-sessions-ended = Signed out everywhere

# Bringing in a roster.
import-title = Bring in pupils and staff
import-lead = Send the file from your pupil administration. First you see what would change. Nothing happens until you agree.
import-file = File
import-file-hint = EDEXML (.xml), OneRoster (.zip) or our own list (.csv). No larger than 256 MB.
import-look = See what changes
import-no-file = Choose a file
import-templates = No pupil administration?
import-templates-lead = Fill in a template with a spreadsheet and send it. Parents are never in EDEXML; the second list is for them.
import-template-people = Template for pupils and staff (mensen.csv)
import-template-guardians = Template for parents and carers (ouders.csv)
import-not-kept = What we do not keep
import-not-kept-lead = We do not read citizen service numbers, ECK iD, nationality, origin, gender, addresses, telephone numbers and photos. The file itself is gone as soon as it has been read.
import-reading = The file is being read. This page looks again by itself.
import-busy = The people are being brought in. This page looks again by itself.
import-progress = Read, in kB
import-again = Look again now
import-refused = We cannot use this file
import-refused-lead = Nothing was changed.
import-broken-off = Reading broke off. Send the file again.
import-other-file = Choose another file
import-preview = This is what changes
import-preview-lead = Nothing has changed yet. Is it right? Then bring it in.
import-tally = { $new } new, { $changed } changed, { $same } the same
import-staff = Staff
import-guardians = Parents and carers
import-bonds = Bonds between parent and child
import-left = Pupils with a new last day
import-missing = Not delivered
import-missing-lead = These pupils are not in the file. Nobody is deleted: set a last day yourself if somebody is gone.
import-skipped = Skipped: left before, or parent of nobody here
import-nothing = Everything is as in the file already.
import-confirm = Bring in
import-cancel = Rather not
import-done = { $school } is up to date
import-lists = Who and what
import-new = New
import-changed = Changed
import-refused-records = Refused
import-repaired = Repaired
import-dropped = Left out
import-first-lines = Of each list the first 200 lines are here.
import-none = Nothing in this list.
import-line = Line
import-what-name = name
import-what-born = birth date
import-what-email = e-mail address
import-what-group = group
import-what-leaves = leaves
import-what-back = is back

# Jobs of the program.
jobs-title = Jobs of the program
jobs-lead = Letters and other work outside the screen. What fails is tried again, later each time. After twelve times a person must look.
jobs-dead = Given up
jobs-waiting = Waiting or under way
jobs-none-dead = Nothing was given up.
jobs-none-waiting = Nothing is waiting.
jobs-kind = What
jobs-due = When
jobs-attempts = Attempts
jobs-fault = What went wrong
jobs-act = Act
jobs-again = Try again
job-mail = A letter
job-sign-in-link = A letter with a link to sign in
job-identity-sweep = Tidying up what has had its time
job-log-checkpoint = Signing the log
job-roster-import = Bringing in a roster

# What waits.
home-title = Waiting
home-none = Nothing is waiting here.
home-lead = First what can do harm soonest, then what has waited longest.
home-name = What waits, the most urgent first
home-since = since { $at }
home-now = Now
home-soon = Soon
home-take = I do this
home-over = Take over
home-back = Give back
home-mine = You are at work on this until { $until }
home-theirs = { $who } is at work on this until { $until }
home-busy = { $who } has just begun on this. Take it over if that was agreed.
home-more = { $n ->
    [one] And 1 more
   *[other] And { $n } more
}
home-all = Show more
home-done = Just done
home-done-hint = This can still be undone.
home-undo = Undo
waits-roster = Confirm a roster
waits-leaver = Hand over the work of { $name }
waits-leaver-day = Last day: { $day }
waits-jobs = { $n ->
    [one] Look at 1 job that failed
   *[other] Look at { $n } jobs that failed
}
waits-jobs-why = The program does not try them again
