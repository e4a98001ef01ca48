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
action-edit-persons = add and change persons
action-edit-groups = add and change groups
action-import-roster = read in a roster
action-roll-year = go on to a new school year
action-make-accounts = make an account for a pupil
action-give-roles = give and end roles
action-export-log = take the log away as a file
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
policy-groups-of-the-school = As { $role } you see the groups of your school.
policy-persons-of-the-school = As { $role } you find the persons of your school.
policy-own-group = As { $role } you see who is in your group.
policy-intern-own-group = As { $role } you see only your own group.
policy-file-of-own-group = As { $role } you may see the files of your group.
policy-file-of-the-school = As { $role } you may see files of your school.
policy-account-for-a-pupil = As { $role } you make accounts for the pupils of your group.
policy-lead-a-school = As { $role } you lead this school.
policy-who-does-what = As { $role } you see who has which role.
policy-govern-a-board = As { $role } you govern these schools.
policy-administer = As { $role } you administer the program.
policy-guard-privacy = As { $role } you watch over privacy.
policy-the-matrix = As { $role } you may see what each role may do.
policy-step-up = Sign in again first, so that we know it is still you.
reason-not-this-role = Your role does not give you the right here to: { $action }.
reason-elsewhere = This belongs to another board.
