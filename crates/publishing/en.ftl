# Menu.
menu-text = Check a text
menu-words = Word list

# Checking a text.
text-title = Check a text
text-lead = Paste your text here. We look for names, numbers and other data of people.
text-label = Your text
text-hint = We do not keep your text.
text-button = Check
text-empty = Paste a text first
no-guarantee = Nothing found is no guarantee. Always read your text yourself as well.
in-doubt = I am in doubt: ask
school = School
channel = Where will the text be?
channel-hint = Consent is given per place.
channel-website = Website
channel-newsletter = Newsletter
channel-social = Social media
channel-classapp = Class app

# What was found.
found-title = { $n ->
    [0] Nothing found
    [1] 1 finding
   *[other] { $n } findings
  }
found-none = We see no data of people. That is no guarantee: read the text yourself as well.
found-holds = Do not post this text as it is.
answered = { $n ->
    [1] 1 place is in your school's word list and does not count.
   *[other] { $n } places are in your school's word list and do not count.
  }
finding = Finding
hints = Perhaps also ({ $n })
hints-text = This is probably nothing. Do have a look.
because = Why: { $reasons }.
holds = Solve this first: it may not go out like this.
to-place = Back to place { $n } in the text
may-be = { $n ->
    [1] This may be about:
   *[other] This may be about { $n } people. The strictest consent counts.
  }
in-group = { $name } ({ $group })
somebody = somebody of this school
and-more = and { $n } more
consent-yes = has agreed
consent-no = no consent
consent-unknown = consent not known, so no
short-person-roster = name
short-person-other = name
short-phone = telephone
short-email = e-mail
short-postcode = postcode
short-address = address
short-birthdate = birthday
short-age = age
short-bsn = bsn
short-iban = account
short-plate = plate
short-pupil-no = pupil number
short-handle = account
short-url = link
short-health = health
short-religion = belief
short-situation = situation
short-outing = outing
short-school-name = school

# Answers of who keeps the list.
answer = Answer
answer-whose = Who is it?
answer-length = How long does your answer hold?
until-day = up to and including { $day }
length-maand = a month
length-altijd = until somebody takes it off the list
answer-not-a-person = This is not a person
answer-not-personal = This may stay
answer-agreed = Has agreed
answer-leave-out = We always leave this out
answer-text-changed = The text has changed. Check it again first and then answer
answer-not-possible = This answer does not fit this finding
answer-how-long = Consent does not hold for ever. Choose how long
answer-who = Choose who has agreed
kept-geen-persoon = Kept: ‘{ $words }’ may stay, { $until }.
kept-akkoord = Kept: consent for ‘{ $words }’ in this place, { $until }.
kept-weglaten = Kept: you always leave ‘{ $words }’ out, { $until }. Take it out of your text now.

# The word list.
words-title = Word list
words-lead = This is what your school taught the check. The words stand encrypted in the database: they may be names.
words-none = The list is still empty.
words-caption = Words of your school
word-words = Words
word-meaning = Meaning
word-until = Holds
word-by = Added by
word-at = Added on
meaning-geen-persoon = May stay
meaning-akkoord = Has agreed
meaning-weglaten = Always leave out
meaning-bekend = Well-known name
meaning-gevoelig = Sensitive word
word-add = Add a word
word-label = Word or name
word-hint = A well-known name is of somebody or something that everybody knows. A sensitive word also holds with other letters behind it.
word-kind = What kind of word is it?
word-kind-public = A well-known name: no finding
word-kind-health = Sensitive: health
word-kind-religion = Sensitive: belief
word-kind-situation = Sensitive: home, care or police
word-kind-choose = Choose what kind of word it is
word-length = Fill in a word of 3 to 100 letters
word-too-many = The list is full. First remove words that you no longer need
word-add-button = Add
word-remove = Take off the list
word-remove-text = Without this, the check finds it again as before.
