menu-photos = Foto's

albums-lead = Alle foto's van één gebeurtenis staan in een album. Je zegt wie erop staan; het programma zegt waar ze mogen.
albums-none = Er zijn nog geen albums.
albums-many = { $n ->
    [one] 1 foto
   *[other] { $n } foto's
}
albums-new = Nieuw album
albums-name = Wat was er te doen?
albums-name-hint = Bijvoorbeeld: sportdag.
albums-day = Wanneer?
albums-of = Van welke groep?
albums-whole = Heel de school: { $school }
albums-begin = Begin het album
albums-name-wrong = Vul in wat er te doen was, in hoogstens 120 tekens
albums-day-wrong = Kies een dag die geweest is
albums-of-wrong = Kies een groep of de school

album-empty = Er staan nog geen foto's in. Stuur ze hieronder.
album-post = Maak een bericht met deze foto's
album-for = Dit geldt voor:
album-other = Een andere plek
album-where = Waar komen de foto's?
album-look = Kijk
album-refused = Niet aangenomen
heap-ready = Klaar: { $n }
heap-ready-hint = mag hier
heap-look = Kijken: { $n }
heap-look-hint = kijk nog even
heap-not = Zo niet: { $n }
heap-not-hint = mag hier niet
reason-may-not = { $n ->
    [one] 1 persoon mag hier niet in beeld. Dek af, of kies een andere foto.
   *[other] { $n } personen mogen hier niet in beeld. Dek af, of kies een andere foto.
}
reason-unknown = { $n ->
    [one] Van 1 gezicht is niet gezegd wie het is.
   *[other] Van { $n } gezichten is niet gezegd wie het zijn.
}
reason-not-complete = Nog niemand zei dat iedereen in de lijst staat.
reason-not-confirmed = Nog niemand bekeek de film en zei dat hij hier mag.
reason-asked = Op verzoek is hier iemand afgedekt. Kijk of het goed is, en zeg dan dat iedereen in de lijst staat.
reason-busy = Het programma is nog bezig. Kijk zo weer.

send-title = Foto's en films sturen
send-files = Kies foto's of films
send-hint = Foto's: JPEG, PNG, WebP of HEIC, hoogstens 40 MB. Films: MP4, MOV of WebM, hoogstens 200 MB. Plaats en andere gegevens gaan eruit. Hetzelfde bestand twee keer sturen kan geen kwaad.
send-licence = Wie maakte ze?
licence-own = Ik, voor school
licence-person = Iemand anders, die ze aan school geeft
licence-free = Ze hebben een vrije licentie
send-maker = Naam van de maker of de licentie
send-maker-hint = Alleen nodig als je ze niet zelf maakte.
send-button = Stuur
send-told = { $n } van { $of } bestanden zijn binnen.
send-heavy = Er is niets verstuurd: een van de bestanden is groter dan { $most } MB. Kies kleinere bestanden.
send-broke = De verbinding viel weg. Ik ga zo verder waar ik was.
refused-short = Het bestand is leeg of houdt halverwege op. Stuur de foto nog een keer.
refused-heavy = Het bestand is groter dan { $most } MB. Stuur de foto kleiner.
refused-kind = Dit is geen foto of film die het programma kan lezen. Stuur een foto als JPEG, PNG, WebP of HEIC, een film als MP4, MOV of WebM.
refused-two = Achter de foto staat nog iets anders. Sla de foto opnieuw op en stuur die.
refused-size = De foto is te groot of te klein om te gebruiken.
refused-moving = Dit beeld beweegt. Stuur een foto die stilstaat.
refused-colours = De foto heeft kleuren voor een drukpers of te veel bits per kleur. Sla hem gewoon op en stuur die.
refused-up = De foto zegt niet wat boven is. Draai hem, sla hem op en stuur die.
refused-broken = Het bestand is beschadigd. Stuur het nog een keer.

photo-number = Foto { $n }
photo-title = Foto { $n } van { $of }
photo-faces = De foto. { $n ->
    [0] Er zijn geen gezichten gevonden.
    [one] Er is 1 gezicht gevonden; hieronder zeg je wie het is.
   *[other] Er zijn { $n } gezichten gevonden; hieronder zeg je wie het zijn.
}
photo-waits = De foto is binnen en wordt gelezen. Kijk zo weer.
photo-no-faces = Er zijn geen gezichten gevonden. Kijk zelf: staat er toch iemand op, voeg dat gezicht dan toe.
photo-keep = Bewaar
photo-post = Dit is iedereen: maak een bericht
photo-before = Vorige foto
photo-after = Volgende foto
photo-pupils = Leerlingen
photo-letters = Zoek een naam met twee letters
photo-staff = Medewerkers
photo-names-of = Namen uit een andere groep
photo-group = Groep
photo-group-button = Toon deze namen
photo-by = Gestuurd door { $who } op { $when }.
photo-erase-title = Deze foto wissen
photo-erase-hint = De foto en alles wat erover bekend is, is dan voorgoed weg. Berichten waar ze in staat gaan van de website en de kanalen af.
photo-erase = Wis deze foto
mark-unknown = Nog niet gezegd: mag niet
mark-cover = Afdekken
mark-no-face = Geen gezicht
mark-namesake = { $name }, geboren { $day }
mark-away = Haal dit vak weg
mark-wrong = Kies iemand uit de lijst
face-number = Gezicht { $n }
face-drawn = Gezicht { $n }, door iemand toegevoegd
face-look = Kijk hier: het programma is niet zeker.
face-may = mag hier
face-may-not = mag hier niet
face-unknown = niet bekend: mag niet
face-covered = afgedekt
face-left-out = buiten beeld
face-none = geen gezicht
face-fixed = Afgedekt. De foto zonder afdekking is niet meer bewaard.
face-asked = Op verzoek afgedekt. Dat blijft zo.
complete = Staat iedereen erin?
complete-yes = Iedereen die op de foto te herkennen is, staat in deze lijst
complete-hint = Kijk ook naar de achtergrond, spiegels, schermen en namen op kleren. Het programma ziet niet alles.
draw-title = Er is een gezicht gemist
draw-hint = Trek met je vinger of muis een vak op de foto. Of kies hier een plek: de foto is verdeeld in zes bij zes vakken. Ook een naam, een nummerbord of een scherm dek je zo af.
draw-column = Vak van links
draw-column-hint = 1 is helemaal links.
draw-row = Vak van boven
draw-row-hint = 1 is helemaal boven.
draw-size = Hoe groot?
draw-small = Eén vak
draw-large = Twee bij twee vakken
draw-button = Voeg toe
draw-wrong = Kies een vak dat op de foto ligt
crop-title = Iemand buiten beeld laten
crop-back = De foto
crop-who = Wie moet eruit?
crop-out = Laat deze gezichten buiten beeld
crop-out-hint = De nummers staan op de foto. Er verandert nog niets.
crop-look = Kijk welk deel overblijft
crop-which = Welk deel van de foto laat je zien?
crop-others = Zonder deze gezichten blijft niet iedereen in beeld die er nu op staat.
crop-part = Deel { $n }: { $wide } % van de breedte, { $high } % van de hoogte
crop-none = Zonder deze gezichten blijft er geen deel van de foto over dat groot genoeg is. Dek af, of kies een andere foto.
crop-button = Laat alleen dit deel zien
crop-there = Van deze foto is alleen een deel te zien.
crop-undo = Laat de hele foto weer zien
crop-closed = Een ander deel kiezen kan nu niet. Het kan zolang niemand zei dat iedereen in de lijst staat, de foto klaar is en hij nog bewaard wordt zoals hij binnenkwam.
crop-wrong = Kies een van de delen

film = film
film-number = Film { $n }
film-title = Film { $n } van { $of }
film-uncovered = Het programma kan gezichten in een film nog niet afdekken.
film-sound = Kijk de hele film zelf, en luister: een stem of een naam vertelt ook wie iemand is. Mag er iemand niet op, gebruik de film dan niet.
film-waits = De film is binnen. Het programma haalt plaats en andere gegevens eruit. Kijk zo weer.
film-no-tool = ffmpeg is hier niet geïnstalleerd. Zonder dat programma gaan plaats en andere gegevens niet uit de film, en mag hij nergens heen. Vraag het de beheerder.
film-fetch = Neem de film mee
film-who = Wie is er te zien of te horen?
film-named = Al genoemd
film-complete-yes = Iedereen die in de film te herkennen is, staat aangevinkt
film-complete-hint = Van het begin tot het eind, ook op de achtergrond. Het programma zoekt niet mee.
film-where = Waar mag de film heen?
film-first = Dit kan als de gegevens uit de film zijn en iemand zei dat iedereen is aangevinkt.
film-nowhere = Er is geen plek waar iedereen die genoemd is op film mag.
film-seen = Ik heb de hele film gezien en gehoord, en hij mag hierheen
film-seen-hint = Vink elke plek apart aan.
film-confirm = Bevestig
film-not-there = Plekken waar hij niet heen mag
film-may-not = Kies alleen plekken waar iedereen die genoemd is op film mag
film-erase-title = Deze film wissen
film-erase-hint = De film en alles wat erover bekend is, is dan voorgoed weg.

share-title = Waar horen deze foto's bij?
share-there = { $n } gedeelde bestanden staan klaar. Ze zijn nog niet verstuurd.
share-hint = Kies een album. Alles zelf gemaakt? Verstuur het meteen. Anders vul je eerst in van wie het is.
share-album = Album
share-none = Zonder album, van vandaag
share-none-name = Foto's van { $day }
share-button = Vul eerst meer in
share-own = Zelf gemaakt: verstuur
share-wrong = Kies een album uit de lijst

person-title = Alle foto's met { $name }
person-back = Toestemming
person-none = Er zijn geen foto's waarop deze naam gekozen is.
person-covered = Op foto's waar iemand is afgedekt zonder naam, vindt deze lijst niemand.

settle-title = Hoe lang foto's bewaard blijven
settle-days = Zoveel dagen blijft een foto bewaard zoals hij binnenkwam
settle-hint = 1 tot 730 dagen. Daarna kan een afdekking niet meer ongedaan worden gemaakt.
settle-shown = Zoveel dagen blijven foto's bewaard zoals ze getoond worden
settle-renditions = Leeg: de langste termijn van de doelen van de school. Noemt een doel geen termijn, dan blijven ze tot iemand ze wist. 1 tot 7300 dagen, geteld vanaf de dag van de gebeurtenis.
settle-button = Bewaar
settle-wrong = Vul een aantal dagen in van 1 tot 730
settle-shown-wrong = Vul een aantal dagen in van 1 tot 7300, of laat het leeg

# Een kind laten afdekken: aan ouders, of aan wie zelf op de foto staat.
own-title-child = Foto's van uw kind
own-title-self = Foto's van mij
own-lead-child = Hier staan de foto's waarop de school de naam van uw kind heeft gezet. U ziet van elke foto alleen uw kind.
own-lead-self = Hier staan de foto's waarop de school jouw naam heeft gezet. Je ziet van elke foto alleen jezelf.
own-nobody = Er is niemand van wie hier foto's te zien zijn. Vragen? Neem contact op met de school.
own-none = Er zijn geen foto's met de naam { $name }.
own-alt = { $name }
own-cover-child = Laat mijn kind afdekken
own-cover-self = Dek mij af
own-cover-all = Dek { $name } af op alle foto's
own-beyond = { $n ->
    [one] Er is nog 1 oudere foto.
   *[other] Er zijn nog { $n } oudere foto's.
}
own-not-yet = { $n ->
    [one] Met nog 1 foto is de school bezig; die is hier nog niet te zien. Afdekken kan al wel.
   *[other] Met nog { $n } foto's is de school bezig; die zijn hier nog niet te zien. Afdekken kan al wel.
}
own-asked = Al gevraagd
own-asked-at = gevraagd op { $day }
own-state-made = afgedekt
own-state-busy = wordt nu afgedekt
own-state-film = de film wordt niet gebruikt
own-new = Afdekken geldt voor de foto's die er nu zijn. Voor nieuwe foto's telt de toestemming.
own-consent = Naar toestemming
cover-which = Op welke foto's?
cover-this = Alleen op deze foto
cover-all = { $n ->
    [one] Op de ene foto die er is met { $name }
   *[other] Op alle { $n } foto's met { $name }
}
cover-now = Over het gezicht komt een vlak. Dat gebeurt meteen; niemand hoeft het goed te keuren.
cover-stays = Het blijft zo. Het kan niet worden teruggezet.
cover-public = Staat zo'n foto in een bericht dat al geplaatst is, dan haalt de school dat bericht weg. Wat anderen al kopieerden, kan de school niet weghalen.
cover-film = In een film kan niemand worden afgedekt. De school gebruikt zo'n film dan niet meer.
cover-button = Dek af
cover-which-wrong = Kies op welke foto's
done-title = Het wordt afgedekt
done-photos = { $n ->
    [one] { $name } wordt afgedekt op 1 foto.
   *[other] { $name } wordt afgedekt op { $n } foto's.
}
done-busy = Dat is meestal binnen een minuut klaar.
done-films = { $n ->
    [one] De film wordt niet meer gebruikt.
   *[other] { $n } films worden niet meer gebruikt.
}
done-look = Iemand van de school kijkt na of het goed is.
done-out = Deze berichten haalt de school weg. Wat anderen al kopieerden, kan de school niet weghalen.
done-back = Terug naar de foto's

# Wat wacht.
waits-look = { $n ->
    [one] Kijk wie er op 1 foto staat
   *[other] Kijk wie er op { $n } foto's staan
}
waits-asked = { $n ->
    [one] Op verzoek is op 1 foto iemand afgedekt: kijk of het goed is
   *[other] Op verzoek is op { $n } foto's iemand afgedekt: kijk of het goed is
}
