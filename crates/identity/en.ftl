# Roles.
role-leerling = pupil
role-ouder = parent or guardian
role-leraar = teacher
role-medewerker = member of staff
role-stagiair = intern
role-pr = PR officer
role-mentor = mentor
role-teamleider = team leader
role-directeur = head of school
role-antipest = anti-bullying co-ordinator
role-mr = member of the participation council
role-bestuur = board member
role-fg = data protection officer
role-beheerder = administrator

# Actions: what somebody may do.
action-own-account = keep your own account
action-look-file = see the file of a person
action-look-groups = see groups
action-look-persons = find and see persons
action-look-roles = see who has which role
action-look-matrix = see what each role may do
action-look-log = see the log
action-look-consent = see who may be in the picture
action-take-photos = take in photos, say who is on them and see where they may go
action-type-consent = type in answers about consent
action-set-consent = manage consent
action-edit-persons = add and change persons
action-edit-groups = add and change groups
action-import-roster = read in a roster
action-roll-year = go on to a new school year
action-make-accounts = make an account for a pupil
action-give-roles = give and end roles
action-export-log = take the log away as a file
action-write-posts = write what is to be published
action-release-posts = release what somebody else wrote, and see everything that a school publishes
action-scan-text = have a text checked for personal data
action-edit-words = keep the word list of the school
action-run-channels = keep the channels of a school
action-ask-advice = ask in doubt
action-answer-advice = answer in doubt
action-set-advice = choose who answers in doubt
action-signal = signal that something went wrong
action-handle-cases = handle what went wrong
action-end-sessions = sign somebody else out
action-set-sign-in = decide how people sign in
action-set-school = change the data of a school
action-set-board = change the data of the board
action-manage-keys = manage keys and backups

# How something stands to somebody.
relation-own = your own
relation-ownChild = of your own child
relation-ownGroup = of your own group
relation-ownSchool = of your school
relation-ownBoard = of the whole board
relation-other = elsewhere

# Why it is allowed or not.
policy-own-account = You keep your own account yourself.
policy-own-file = Everybody may see what is recorded about them.
policy-own-child = A parent or guardian may see what is recorded about their own child.
policy-ask-in-doubt = Everybody may ask in doubt.
policy-signal = Everybody may signal that something went wrong.
policy-parents-among-themselves = Parents answer each other where the protocol says so.
policy-answer-in-doubt = As { $role } you answer who is in doubt, if the protocol names you.
policy-council-answers = As { $role } you answer who is in doubt, if the protocol names you.
policy-handle-cases-of-the-school = As { $role } you handle cases in which you have a seat, after proving once more who you are.
policy-handle-cases-of-the-board = As { $role } you handle cases that went to the board.
policy-groups-of-the-school = As { $role } you see the groups of your school.
policy-persons-of-the-school = As { $role } you find the persons of your school.
policy-own-group = As { $role } you see who is in your group.
policy-intern-own-group = As { $role } you see only your own group.
policy-file-of-own-group = As { $role } you may see the files of your group.
policy-file-of-the-school = As { $role } you may see files of your school.
policy-account-for-a-pupil = As { $role } you make accounts for the pupils of your group.
policy-who-may-be-shown = As { $role } you see who may be in the picture.
policy-photos-of-the-school = As { $role } you take in photos of your school and say who is on them.
policy-answers-on-paper = As { $role } you type in what somebody answered on paper or in a talk.
policy-write-for-the-school = As { $role } you write posts for your school.
policy-intern-writes-of-the-group = As { $role } you write posts about your own group.
policy-release-for-the-school = As { $role } you see what your school publishes, and release what somebody else wrote where the protocol says so.
policy-release-for-the-board = As { $role } you see what your schools publish, and release what somebody else wrote where the protocol says so.
policy-check-a-text = As { $role } you may have a text checked.
policy-intern-checks-a-text = As { $role } you may have a text for your group checked.
policy-lead-a-school = As { $role } you lead this school.
policy-words-of-the-school = As { $role } you keep the word list of your school.
policy-channels-of-the-school = As { $role } you keep the channels of your school.
policy-who-does-what = As { $role } you see who has which role.
policy-govern-a-board = As { $role } you govern these schools.
policy-administer = As { $role } you administer the program.
policy-guard-privacy = As { $role } you watch over privacy.
policy-the-matrix = As { $role } you may see what each role may do.
policy-step-up = Sign in again first, so that we know it is still you.
reason-not-this-role = Your role does not give you the right here to: { $action }.
reason-elsewhere = This belongs to another board.

# Signing in.
boards-title = Where do you sign in?
boards-search = Name of your board
boards-find = Find
boards-none = There is no board of that name here yet.
sign-in-title = Sign in
sign-in-staff = For staff
sign-in-parents = For parents and guardians
sign-in-with = Sign in with { $name }
sign-in-passkey = Sign in with your passkey
sign-in-mail = Send me a link
sign-in-mail-hint = The address that the school has of you. You get a message with a link to sign in.
sign-in-password = Sign in with a name and password
sign-in-go = Sign in
field-address = E-mail address
field-name = Name to sign in
field-name-hint = Your e-mail address, or the name you got from school.
field-password = Password
field-new-password = New password
field-code = Code
field-call = First name
field-infix = Infix
field-family = Family name
field-board = Name of the board
field-board-hint = For instance: De Vaart Foundation.
field-school = Name of the school
field-school-hint = More than one? Begin with one; add the others later.
field-sector = What kind of school is it?
sector-po = Primary or special education
sector-vo = Secondary education
other-way = Sign in another way
print = Print

# What is wrong.
fault-password = This name and this password do not belong together. Check them and try again.
fault-code = This code is not right. Take the code that your app shows now. Each code works once.
fault-passkey = It does not work with this passkey. Try again or sign in another way.
fault-step-up = This password or this code is not right. Each code works once.
fault-address = Enter an e-mail address, for instance name@school.nl.
fault-board = Enter the name of the board.
fault-school = Enter the name of the school.
fault-sector = Choose what kind of school it is.
fault-call = Enter your first name.
fault-service-name = Enter what people call this service.
fault-service-issuer = Enter the address of the service. It begins with https:// and has no question mark.
fault-service-client = Enter the client id that the service gave you.
fault-service-claim = Choose one of these.
fault-service-domains = Enter the domains of your school, for instance delinde.nl.
weak-short = Take a password of at least 12 characters. A few words in a row will do.
weak-long = This password is too long. Take one of at most 256 characters.
weak-common = Everybody guesses this password. Take another.
weak-own = Your own name or that of your school is in this password. Take another.

# Password and code.
password-title = Choose a password
password-hint = At least 12 characters. A few words in a row are easiest to remember.
password-keep = Keep the password
code-title = Enter your code
code-hint = The six digits from your app, or one of your recovery codes.
code-add-title = A code as a second lock
code-add-how = Open an app for sign-in codes on your telephone and scan this picture.
code-add-picture = Picture to scan with an app for sign-in codes
code-add-by-hand = Does that not work? Then type in the app:
code-add-hint = The six digits that the app shows now.
code-add-keep = Put the second lock on
recovery-title = Keep these recovery codes
recovery-how = Is your telephone gone? Then sign in with one of these codes. Each code works once. They are shown only once.
recovery-kept = I have kept them

# A link by mail.
mail-sent-title = Look in your mail
mail-sent-text = Does the school know this address? Then a message with a link is on its way. The link works for half an hour, and once.
mail-sent-none = Nothing comes? Look among the unwanted mail, or ask the school which address it has of you.
mail-again = Ask for a new link
mail-enter-title = You can sign in now
mail-enter-text = Press the button to sign in at { $board }. After that this link no longer works.
mail-enter = Sign in
mail-stale-title = This link no longer works
mail-stale-text = A link works for half an hour, and once. Nothing has changed.
letter-link-subject = Sign in at { $board }
letter-link-text =
    Dear { $name },

    You or somebody else asked to sign in at { $board }.
    Open this link and press the button:

    { $link }

    The link works for half an hour, and once. Did you not ask for it? Then you need not do anything.
letter-hello = Dear { $name },
letter-link-why = You or somebody else asked to sign in at { $board }.
letter-link-button = Open this link and press the button
letter-link-short = The link works for half an hour, and once. Did you not ask for it? Then you need not do anything.

# Another service.
service-title = Signing in did not work
service-failed = The other service gave no valid answer. Try again. Does it keep going wrong? Ask the administrator.
service-unknown = The other service knows you, but the school does not know you there yet. Sign in another way and link the service at your account, or ask the administrator.
service-taken = This account of the other service is linked already, or you have linked one already. Nothing has changed.
service-not-fresh = The other service did not ask you to sign in again. Try it another way.
onward-title = On to the other service
onward-text = Sign in there. After that you come back here.
onward-go = Go on

# Showing once more that it is you.
step-up-title = Is it still you?
step-up-text = For this we ask you to sign in once more. That holds for ten minutes.
step-up-go = Go on
step-up-demo = Yes, it is me (only in the demo)
step-up-none = You have no passkey and no code yet. Sign out and sign in again.

# Your account.
account-title = My account
account-roles = Your roles:
account-no-role = You have no role here now.
account-one-way = You have only a password. Add a passkey or a code, or you cannot sign in any more.
account-passkeys = Passkeys
account-passkeys-text = With a passkey you sign in with your finger, your face or the code of your own device. Those data stay on your device.
account-password = Password
account-password-change = Choose another password
account-second-on = { $left ->
    [one] The second lock is on. You have one recovery code left.
   *[other] The second lock is on. You have { $left } recovery codes left.
 }
account-second-off = There is no second lock yet.
account-second-add = Add a code
account-second-again = Begin with a new telephone
account-services = Other services
account-link = Link { $name }
account-sessions = Where am I signed in?
account-sessions-text = Do you not know one? End it, and choose another password.
field-passkey = Name of this passkey
field-passkey-hint = For instance: school telephone.
passkey-unnamed = Passkey
passkey-add = Add a passkey
passkey-made = made on
passkey-remove = Remove
session-seen = last used on
session-here = This device, now
session-end = End
session-end-all = End all others
means-passkey = with a passkey
means-password = with password and code
means-pupil = with password
means-oidc = with another service
means-mail = with a link by mail
means-demo = in the demo
moment = { $day }-{ $month }-{ $year } at { $time }

# Beginning.
begin-title = Begin with Pleinwacht
begin-text = With these data we make the board, the first school and your account as administrator.
begin-you = About you
begin-address-hint = You sign in with this.
begin-go = Begin

# The demo.
demo-title = Who are you?
demo-text = All people in the demo are made up. Choose a role and you are signed in.
demo-link = Demo: sign in with one click

# Who may do what.
matrix-title = Who may do what?
matrix-text = This follows from the rules by which the program itself decides. What is not here is not allowed.
matrix-action = Action
matrix-where = Of what
matrix-csv = Download as a spreadsheet
matrix-json = Download as JSON
matrix-after-step-up = {" "}(after signing in again)

# Services and accounts.
services-title = How people sign in
services-text = People can sign in with a service that your school has already, such as Microsoft, Google or Entree. Only those whom the school knows come in.
services-add = Add a service
services-keep = Keep this service
services-remove = Remove this service
services-redirect = Address to give to the service
services-by-hand = everybody links it themselves
field-service = Name of the service
field-service-hint = As people know it: Microsoft, Google, Entree.
field-issuer = Address of the service (issuer)
field-issuer-hint = For instance https://login.microsoftonline.com/…/v2.0
field-client = Client id
field-secret = Client secret
field-claim = How do we recognise somebody the first time?
field-claim-hint = After that only the fixed mark of the service counts, never the address again.
field-domains = Domains of your school
field-domains-hint = Only about addresses of these domains do we believe the service. Put commas between them.
claim-none = We do not: everybody links the service themselves
claim-email = By the e-mail address that the service has checked (email)
claim-username = By the sign-in name at Microsoft (preferred_username)
claim-upn = By the sign-in name in one's own directory (upn)
claim-mail = By the e-mail address of Entree (mail)
pupil-title = Account for a pupil
pupil-text = You make an account for { $name }. Did { $name } have one already? Then the old password no longer works.
pupil-make = Make the account
pupil-made-title = The account is made
pupil-made-text = Give this to { $name }. The code works for two weeks, and once: after that { $name } chooses their own password.
pupil-code = Code for the first time

# A link in a letter that asks something.
letter-enter-title = The school asks you something
letter-enter-text = Press the button. Then you see what { $board } asks. After that this link does not work any more.
letter-enter = Go on
letter-stale-text = This link was used, or is too old. We can send a new link to the address that the school has of you.
letter-again = Send a new link
letter-sent-text = Does the school know your address? Then a mail with a new link is on its way.
letter-again-subject = A new link from { $board }
letter-again-text =
    Dear { $name },

    You or somebody else asked for a new link, to answer what { $board } asks.
    Open this link and press the button:

    { $link }

    The link works for { $days } days, and once. Do not pass it on: whoever has it can answer for you.
    Did you not ask for it? Then you need not do anything.
