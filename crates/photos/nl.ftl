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
reason-busy = Het programma is nog bezig. Kijk zo weer.

send-title = Foto's sturen
send-files = Kies foto's
send-hint = JPEG, PNG, WebP of HEIC, hoogstens 40 MB per foto. Plaats en andere gegevens gaan eruit. Dezelfde foto twee keer sturen kan geen kwaad.
send-licence = Wie maakte ze?
licence-own = Ik, voor school
licence-person = Iemand anders, die ze aan school geeft
licence-free = Ze hebben een vrije licentie
send-maker = Naam van de maker of de licentie
send-maker-hint = Alleen nodig als je ze niet zelf maakte.
send-button = Stuur
send-told = { $n } van { $of } foto's zijn binnen.
send-broke = De verbinding viel weg. Ik probeer het zo weer.
send-video = Video komt later: het programma kan bewegend beeld nog niet afdekken.
refused-short = Het bestand is leeg of houdt halverwege op. Stuur de foto nog een keer.
refused-heavy = Het bestand is groter dan { $most } MB. Stuur de foto kleiner.
refused-kind = Dit is geen foto die het programma kan lezen. Stuur een JPEG-, PNG-, WebP- of HEIC-bestand.
refused-two = Achter de foto staat nog iets anders. Sla de foto opnieuw op en stuur die.
refused-size = De foto is te groot of te klein om te gebruiken.
refused-moving = Dit beeld beweegt. Stuur een foto die stilstaat.
refused-colours = De foto heeft kleuren voor een drukpers of te veel bits per kleur. Sla hem gewoon op en stuur die.
refused-up = De foto zegt niet wat boven is. Draai hem, sla hem op en stuur die.
refused-broken = Het bestand is beschadigd. Stuur de foto nog een keer.

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
photo-before = Vorige foto
photo-after = Volgende foto
photo-pupils = Leerlingen
photo-staff = Medewerkers
photo-names-of = Namen uit een andere groep
photo-group = Groep
photo-group-button = Toon deze namen
photo-by = Gestuurd door { $who } op { $when }.
photo-erase-title = Deze foto wissen
photo-erase-hint = De foto en alles wat erover bekend is, is dan voorgoed weg.
photo-erase = Wis deze foto
mark-unknown = Nog niet gezegd: mag niet
mark-cover = Afdekken
mark-no-face = Geen gezicht
mark-away = Haal dit vak weg
mark-wrong = Kies iemand uit de lijst
face-number = Gezicht { $n }
face-drawn = Gezicht { $n }, door iemand toegevoegd
face-look = Kijk hier: het programma is niet zeker.
face-may = mag hier
face-may-not = mag hier niet
face-unknown = niet bekend: mag niet
face-covered = afgedekt
face-none = geen gezicht
face-fixed = Afgedekt. De foto zonder afdekking is niet meer bewaard.
complete = Staat iedereen erin?
complete-yes = Iedereen die op de foto te herkennen is, staat in deze lijst
complete-hint = Kijk ook naar de achtergrond, spiegels, schermen en namen op kleren. Het programma ziet niet alles.
draw-title = Er is een gezicht gemist
draw-hint = Trek met je vinger of muis een vak op de foto. Of kies hier een plek: de foto is verdeeld in zes bij zes vakken.
draw-column = Vak van links
draw-column-hint = 1 is helemaal links.
draw-row = Vak van boven
draw-row-hint = 1 is helemaal boven.
draw-size = Hoe groot?
draw-small = Eén vak
draw-large = Twee bij twee vakken
draw-button = Voeg toe
draw-wrong = Kies een vak dat op de foto ligt

person-title = Alle foto's met { $name }
person-none = Er zijn geen foto's waarop deze naam gekozen is.
person-covered = Op foto's waar iemand is afgedekt zonder naam, vindt deze lijst niemand.

settle-title = Hoe lang foto's bewaard blijven
settle-days = Zoveel dagen blijft een foto bewaard zoals hij binnenkwam
settle-hint = 1 tot 730 dagen. Daarna kan een afdekking niet meer ongedaan worden gemaakt.
settle-renditions = De foto's zoals ze getoond worden, verdwijnen als de langste termijn van de doelen van de school voorbij is. Noemt een doel geen termijn, dan blijven ze tot iemand ze wist.
settle-button = Bewaar
settle-wrong = Vul een aantal dagen in van 1 tot 730

# Wat wacht.
waits-look = { $n ->
    [one] Kijk wie er op 1 foto staat
   *[other] Kijk wie er op { $n } foto's staan
}
