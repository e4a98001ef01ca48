# Rollen.
role-leerling = leerling
role-ouder = ouder of verzorger
role-leraar = leraar
role-medewerker = medewerker
role-stagiair = stagiair
role-pr = PR-medewerker
role-mentor = mentor
role-teamleider = teamleider
role-directeur = directeur
role-antipest = anti-pestcoördinator
role-mr = lid van de medezeggenschapsraad
role-bestuur = bestuurder
role-fg = functionaris gegevensbescherming
role-beheerder = beheerder

# Handelingen: wat iemand mag.
action-own-account = je eigen account beheren
action-look-file = het dossier van een persoon bekijken
action-look-groups = groepen bekijken
action-look-persons = personen zoeken en bekijken
action-look-roles = zien wie welke rol heeft
action-look-matrix = zien wat elke rol mag
action-look-log = het logboek bekijken
action-edit-persons = personen toevoegen en wijzigen
action-edit-groups = groepen toevoegen en wijzigen
action-import-roster = een leerlingenbestand inlezen
action-roll-year = overgaan naar een nieuw schooljaar
action-make-accounts = een account maken voor een leerling
action-give-roles = rollen geven en beëindigen
action-export-log = het logboek meenemen als bestand
action-end-sessions = iemand anders afmelden
action-set-sign-in = bepalen hoe mensen zich aanmelden
action-set-school = gegevens van een school wijzigen
action-set-board = gegevens van het bestuur wijzigen
action-manage-keys = sleutels en reservekopieën beheren

# Hoe iets tot iemand staat.
relation-own = van jezelf
relation-ownChild = van je eigen kind
relation-ownGroup = van je eigen groep
relation-ownSchool = van je school
relation-ownBoard = van het hele bestuur
relation-other = daarbuiten

# Waarom het mag of niet mag.
policy-own-account = Je eigen account beheer je zelf.
policy-own-file = Iedereen mag zien wat er over hem of haar is vastgelegd.
policy-own-child = Een ouder of verzorger mag zien wat er over het eigen kind is vastgelegd.
policy-groups-of-the-school = Als { $role } zie je de groepen van je school.
policy-persons-of-the-school = Als { $role } vind je de personen van je school.
policy-own-group = Als { $role } zie je wie er in je groep zit.
policy-intern-own-group = Als { $role } zie je alleen je eigen groep.
policy-file-of-own-group = Als { $role } mag je de dossiers van je groep bekijken.
policy-file-of-the-school = Als { $role } mag je dossiers van je school bekijken.
policy-account-for-a-pupil = Als { $role } maak je accounts voor de leerlingen van je groep.
policy-lead-a-school = Als { $role } geef je leiding aan deze school.
policy-who-does-what = Als { $role } zie je wie welke rol heeft.
policy-govern-a-board = Als { $role } bestuur je deze scholen.
policy-administer = Als { $role } beheer je het programma.
policy-guard-privacy = Als { $role } houd je toezicht op de privacy.
policy-the-matrix = Als { $role } mag je zien wat elke rol mag.
policy-step-up = Meld je eerst opnieuw aan. Zo weten we dat jij het nog bent.
reason-not-this-role = Je rol geeft je hier niet het recht voor: { $action }.
reason-elsewhere = Dit hoort bij een ander bestuur.
