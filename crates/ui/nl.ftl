# Woorden van de bladzijde zelf.
skip = Naar de inhoud
other-language = English
keeps-nothing = Pleinwacht bewaart niets van wat je hier vraagt. Noem geen namen: die zijn niet nodig.
all-schools = Alle scholen
compare = Scholen vergelijken
fault-title = Fout:
fault-heading = Er is iets niet goed
fault-word = Fout:
change = Wijzig
optional = (niet verplicht)
again = Ga verder
choose = Kies …
day = Dag
month = Maand
year = Jaar
pages = Bladzijden
page = Bladzijde
page-before = Vorige
page-after = Volgende
task-done = Klaar
task-open = Nog doen
task-later = Kan nog niet
signed-in-as = Ingelogd als
sign-out = Uitloggen
main-menu = Menu
looking-is-logged = Kijk je naar de gegevens van een ander? Dan komt dat in het logboek.
missing-title = Deze bladzijde is er niet
missing-text = Misschien is het adres niet goed overgenomen. Kies je school en begin daar.
wrong-title = Deze link klopt niet
wrong-text = Er staat iets in de link dat we niet begrijpen. Je kunt hieronder opnieuw beginnen.
method-title = Dat kan hier niet
method-text = Dit adres kan alleen worden bekeken.
large-title = Dat is te veel tekst
large-text = Schrijf het in één of twee zinnen.
broken-title = Er ging iets mis bij ons
broken-text = Dat ligt niet aan jou. Probeer het nog eens. Blijft het misgaan? Geef dan deze code door aan de beheerder: { $reference }.
forged-title = Dit formulier is niet meer geldig
forged-text = Misschien stond de bladzijde te lang open, of kwam het formulier van een andere site. Er is niets veranderd. Begin opnieuw.
often-title = Te vaak geprobeerd
often-text = { $minutes ->
    [one] Wacht een minuut en probeer het dan opnieuw.
   *[other] Wacht { $minutes } minuten en probeer het dan opnieuw.
 }
refused-title = Dat mag hier niet
refused-text = Er is niets veranderd. Klopt dit niet? Vraag het de beheerder van je school.
sign-in-title = Meld je eerst aan
sign-in-text = Deze bladzijde is alleen voor wie zich heeft aangemeld. Misschien is je aanmelding verlopen.
