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

# Posts.
menu-posts = Posts
posts-title = Posts
posts-new = New post
posts-waiting = Waiting for you
posts-mine = Yours
posts-others = Of your school
posts-none = You have not written any posts yet.
posts-untitled = Untitled
posts-terms = Who releases?
stage-concept = draft
stage-ingediend = submitted
stage-aangehouden = on hold
stage-terug = returned
stage-afgewezen = rejected
stage-akkoord = released
stage-vervallen = dropped

# A draft.
draft-title = Your post
draft-corrects = This post is already out somewhere. What you change is corrected there only after somebody releases it again.
draft-returned = This post came back. Read the comment, change it and submit it again
draft-name = Title
draft-text = Text
draft-where = Where will it be?
draft-purpose = What is it for?
draft-purpose-hint = For this your school asks consent of whoever is in the picture.
draft-photos = Photos
draft-alt = What is on photo { $n }?
draft-alt-hint = For who cannot see the photo. Without names.
draft-away = Take photo { $n } out of this post
draft-pick = Choose photos
draft-more = In whose name, sources, moment, another text per channel
draft-capacity = In whose name?
capacity-namens_school = In the name of the school
capacity-functie = In my work, under my own name
draft-sources = Sources
draft-sources-hint = Is a text or idea somebody else's? Say whose. It is put under the post.
draft-when = When?
draft-when-hint = Empty: as soon as it is released.
draft-own-text = Another text for { $place }
draft-asked = What is so?
draft-asked-hint = Tick what is true. What you do not tick, is not so.
draft-asked-confirm = I have gone through this
draft-asked-done = What you went through
draft-reason = Why nevertheless?
draft-reason-hint = Whoever releases it reads this.
draft-answered = Remembered, for this post and the next. Did you choose to leave it out? Then take it out of your text now.
draft-not-editor = Is a finding wrong, or is there consent? Whoever keeps the word list can answer that here.
draft-found = In your text
draft-on = Go on
draft-keep = Keep
draft-kept = Kept
typed-long = This is too long. Use at most { $most } signs
typed-when = This is no day and time. Choose them again

# The check.
panel-title = Checked
panel-ready = Ready to be submitted
panel-blocks = Something has to be done first
panel-asks = Say why it can go nevertheless
panel-told = Good to know ({ $n })
panel-articles = article { $articles }
panel-ask = Ask { $role }.
found-no-title = There is no title yet.
found-no-text = There is no text yet.
found-no-place = Nobody chose yet where it will be.
found-no-purpose = People can be recognised in it, and nobody chose what it is for.
found-no-protocol = Your school follows no protocol in this program yet.
found-alt = It does not say yet what is on photo { $n }.
found-alt-long = What you wrote of photo { $n } is too long for { $place }: at most { $most } signs.
found-text-long = The text is too long for { $place }: { $is } of { $most } signs.
found-many-pictures = { $place } takes at most { $most } photos.
found-needs-picture = { $place } cannot do without a photo.
found-gone = Photo { $n } is no longer there.
found-busy = Photo { $n } is still being worked on. Wait a moment.
found-not-complete = Nobody said of photo { $n } that everybody is in the list.
found-unknown = Faces on photo { $n } without a name and not covered: { $many }.
found-may-not = { $who } on photo { $n } may not be on { $place }.
found-no-credit = It is unknown whose photo { $n } is.
found-text-holds = Must come out or change in the text for { $place }: { $n }.
found-text-hints = Worth a good look in the text for { $place }: { $n }.
found-prohibited = This is not allowed on { $place } (article { $articles }).
found-open = For { $place } you still have to go through something.
found-doubt = For { $place } the protocol leaves doubt (article { $articles }).
found-duty = { $place }: you must { $text } (article { $article }).
found-for-all = Everybody can see { $place }.
solve-title = Write a title
solve-text = Write a text
solve-place = Choose where
solve-purpose = Choose what for
solve-reason = Write why
solve-photo = Look at the photo
solve-alt = Describe the photo
solve-shorten = Make it shorter
solve-own-text = Write a shorter text for this channel
solve-pictures = Choose other photos
solve-marks = Look at the text
solve-other-place = Choose another place
solve-questions = Go through it
solve-advice = Ask advice

# Choosing photos.
pick-title = Choose photos
pick-none = There are no photos yet that somebody went through.
pick-albums = To the albums
pick-photo = photo { $n }
pick-button = Use these photos

# Submitting.
submit-title = Is this right?
submit-duties = This comes with it
submit-duty = You must { $text } (article { $article }).
submit-who = This goes to: { $who }. Only when somebody else releases exactly this, it is published.
statement-of = Article { $article }
step-wijzig = Change
step-dien-in = Submit
step-akkoord = Release exactly this
step-terug = Send back
step-aanhouden = Put on hold
step-afwijzen = Reject
step-laat-vallen = Drop
step-weghalen = Take down everywhere
refused-own-work = What you wrote yourself, somebody else releases
refused-not-theirs = By the protocol somebody in another role releases this
refused-not-the-author = Only who wrote the post does this
refused-not-now = The post is not that far, or past it. Look how it stands now
refused-not-ready = Something has to be done first. Look at the check
refused-sending = The post is just going out. Wait until that is done
comment-missing = Write why
comment-doubt = The protocol leaves doubt or something is worth a good look. Write why it can go nevertheless

# A post.
post-by = written by { $who }
post-due = Goes out on { $when }.
post-waits = Waits for: { $who }.
post-release = Look
claim-take = I am doing this
claim-back = Give back
claim-over = Take over
claim-mine = You are at work on this until { $until }.
claim-theirs = { $who } is at work on this until { $until }.
post-left-out = It no longer belongs here, and no correction goes here any more. Take it down by way of Look.
post-left-stopped = This account was stopped. No correction goes there any more. Does it have to go? Take it down by way of Look, or by hand if that fails.
post-alt = Description: { $alt }
post-comment = Comment
post-comment-hint = Needed when you send it back or reject it, and in doubt.
post-history = What happened
event-begonnen = Begun
event-wijzig = Changed
event-dien-in = Submitted
event-akkoord = Released
event-terug = Sent back
event-aanhouden = Put on hold
event-afwijzen = Rejected
event-laat-vallen = Dropped
event-gewist = A photo in this was erased
event-afgedekt = On request somebody was covered on a photo in this
event-buiten = Asked of somebody outside the school
event-plaatsing-openbaar = Published
event-plaatsing-verbeterd = Corrected
event-plaatsing-gestopt = Not published
event-plaatsing-geweigerd = Refused by the channel
event-plaatsing-met-de-hand = Ready to be posted by hand
event-plaatsing-weghalen = Asked to take down
event-plaatsing-opnieuw = Tried again
event-plaatsing-gelezen = Reactions read
event-plaatsing-weg = Gone, and that was verified
event-plaatsing-blijft = Cannot be taken back
event-plaatsing-weghalen-mislukt = Taking down failed
event-plaatsing-weghalen-met-de-hand = Has to come off by hand

# A release.
standing-gepland = planned
standing-gepland-text = It goes out when its moment comes. Everything is checked once more then.
standing-bezig = going out
standing-bezig-text = It was sent, and the channel has not confirmed yet that it is there.
standing-openbaar = public
standing-openbaar-text = The channel confirmed that it is there, or somebody showed it.
standing-met-de-hand = post by hand
standing-met-de-hand-text = The program cannot reach this channel. Post exactly what is here, and show it.
standing-gestopt = not published
standing-gestopt-text = At the moment of publishing something was no longer right.
standing-mislukt = refused
standing-mislukt-text = The channel did not take it. It is not there.
standing-wordt-verbeterd = being corrected
standing-wordt-verbeterd-text = The new text is on its way. The old one is still there.
standing-verbeter-met-de-hand = correct by hand
standing-verbeter-met-de-hand-text = Put there what is here instead of what was there, and show it.
standing-wordt-weggehaald = being taken down
standing-wordt-weggehaald-text = It was asked, and it has not been verified yet that it is gone. The program keeps trying. If it is urgent, take it down there yourself and show it.
standing-weghalen-met-de-hand = take down by hand
standing-weghalen-met-de-hand-text = The program cannot reach it. Take it down there, and show that it is gone.
standing-weg = gone
standing-weg-text = It is gone: that was verified or somebody showed it. Others may have kept it.
standing-blijft = cannot be taken back
standing-blijft-text = It was sent or printed and cannot be taken back. Do what can still be done, and show it.
standing-weghalen-mislukt = taking down failed
standing-weghalen-mislukt-text = It is still there. Take it down there yourself and show that, or try again.
release-since = Public since { $when }.
release-opnieuw = Try again
release-weghalen = Take down
release-gelezen = I have read the reactions
watch-text = See what others answer to the post.
watch-done = Reactions read on { $when }.
remove-title = Take down
hand-title = How to post it
hand-copy = Copy this text
hand-picture = Photo { $n }
hand-proof = Show below that it is there.
proof-openbaar = Where is it?
proof-openbaar-button = It is there
proof-verbeterd = Where is it?
proof-verbeterd-button = It is corrected
proof-weg = How did you see that it is gone?
proof-weg-button = It is gone
proof-hint = A link, or in words. A picture of the screen will do too.
proof-picture = Picture of the screen
proof-picture-hint = PNG or JPEG, at most 6 MB. Only if you have no link.
proof-missing = Show where it is, or how you saw that it is gone: with a link, in words or with a picture of the screen
proof-broken = The file did not arrive whole. Choose it again
proof-no-picture = This is no PNG or JPEG. Choose a picture of the screen
proof-look = Look at the picture
proofs-title = Proof
proof-of-openbaar = Posted
proof-of-verbeterd = Corrected
proof-of-weg = Gone
why-niet-vrijgegeven = Nobody released exactly this.
why-eigen-werk = Who wrote it also released it.
why-tekst-veranderd = The text is not what was released any more.
why-foto-veranderd = A photo is not what was released any more.
why-plaats-veranderd = The place or the moment is not what was released any more.
why-protocol-veranderd = The protocol changed since it was released.
why-toestemming-veranderd = The consent of somebody in this post changed since it was released.
why-niet-in-orde = Something is in the way now that was not when it was released.

# Who releases?
terms-title = Who releases posts?
terms-named = The protocol says so itself (article { $article }): { $who }.
terms-unnamed = The protocol names nobody. So your school chooses.
terms-who = Who release what somebody else wrote?
terms-who-hint = A mentor does so for the own group. Nobody releases own work.
terms-nobody = Choose at least one role
terms-button = Keep

# Somebody from outside.
outside-title = Ask somebody outside the school
outside-text = Whoever you ask gets a link that works once. You stay responsible: the release is on your name, with the name of whom you asked beside it.
outside-name = Name
outside-address = E-mail address
outside-button = Send the link
outside-name-missing = Enter the name of whom you ask
outside-address-wrong = This is no e-mail address. For example: name@school.nl
outside-asked = { $name }, { $school } asks whether this may be published as it is.
outside-not-ready = Something is in the way now. You can only send it back.
outside-comment-hint = Needed when you send it back.
outside-stale = This link does not work any more
outside-stale-text = It was used, is too old, or the post changed. Ask the school for a new one.
outside-released = Released
outside-returned = Sent back
outside-close = You can close this page.

# What waits for you.
waits-release = Release a post or send it back
done-release = Released a post that is not public yet
waits-late = A post is late: look at the channels and the jobs
waits-returned = A post came back
waits-watch = Read the reactions to a post
waits-wordt-weggehaald = Taking down does not work yet: do it yourself
waits-weghalen-met-de-hand = Take a post down by hand
waits-weghalen-mislukt = A post has to come off and is still there
waits-verbeter-met-de-hand = Correct a post by hand
waits-mislukt = A channel refuses a post
waits-gestopt = A post was not published
waits-met-de-hand = Post something by hand

# Letters.
letter-outside-subject = { $school } asks you to look at a post
letter-outside =
    Dear { $name },

    { $school } asks you to see whether a post may be published as it is. The link works once, for a week.

    { $link }
letter-submitted-subject = A post waits for you
letter-submitted =
    Hello { $name },

    Somebody at your school submitted a post. Look at it and release it, or send it back.

    It is here:
    { $link }
letter-remind-subject = A post still waits for you
letter-remind =
    Hello { $name },

    A post of your school has been waiting for a working day for somebody to release it.

    It is here:
    { $link }
letter-escalate-subject = A post has waited too long
letter-escalate =
    Hello { $name },

    A post of your school has been waiting for two working days for somebody to release it. Whoever leads the school and who wrote it get this too.

    It is here:
    { $link }
letter-approved-subject = Your post was released
letter-approved =
    Hello { $name },

    Your post was released and will be published.

    It is here:
    { $link }
letter-returned-subject = Your post came back
letter-returned =
    Hello { $name },

    Your post came back with a comment. Change it and submit it again.

    It is here:
    { $link }
letter-rejected-subject = Your post will not be published
letter-rejected =
    Hello { $name },

    Your post was rejected. It says why.

    It is here:
    { $link }
letter-held-subject = Your post is on hold
letter-held =
    Hello { $name },

    Whoever releases it waits a while with your post.

    It is here:
    { $link }
letter-late-subject = A post is late
letter-late =
    Hello { $name },

    A post should have been published five minutes ago and is not. Look at the channels and the jobs for what is wrong.

    It is here:
    { $link }
letter-openbaar-subject = Your post is public
letter-openbaar =
    Hello { $name },

    The channel confirmed that the post is there. See later what others answer.

    It is here:
    { $link }
letter-gestopt-subject = A post was not published
letter-gestopt =
    Hello { $name },

    At the moment of publishing something was no longer right. The post is not there.

    It is here:
    { $link }
letter-mislukt-subject = A channel refuses a post
letter-mislukt =
    Hello { $name },

    A channel did not take a post. The post is not there.

    It is here:
    { $link }
letter-met-de-hand-subject = There is a post to be posted by hand
letter-met-de-hand =
    Hello { $name },

    A post was released for a channel that the program cannot reach. Post it by hand and show it.

    It is here:
    { $link }
letter-verbeter-met-de-hand-subject = There is a post to be corrected by hand
letter-verbeter-met-de-hand =
    Hello { $name },

    A correction was released for a channel that the program cannot reach.

    It is here:
    { $link }
letter-weghalen-met-de-hand-subject = Take a post down by hand
letter-weghalen-met-de-hand =
    Hello { $name },

    A post has to come off a channel that the program cannot reach. Take it down and show that it is gone.

    It is here:
    { $link }
letter-blijft-subject = A post cannot be taken back
letter-blijft =
    Hello { $name },

    A post has to come off and cannot be taken back there: it was sent or printed. See what can still be done.

    It is here:
    { $link }
letter-weghalen-mislukt-subject = Taking down failed
letter-weghalen-mislukt =
    Hello { $name },

    A post has to come off and is still there. Take it down yourself, or try again.

    It is here:
    { $link }
letter-weg-subject = A post is gone
letter-weg =
    Hello { $name },

    A post was taken down, and that was verified.

    It is here:
    { $link }
