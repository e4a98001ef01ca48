menu-channels = Channels

channels-title = Channels
channels-lead = Where the school shows things, and whether it works. Every channel has an owner.
channels-none = There are no channels yet.
channels-caption = The channels of { $school }
channels-name = Channel
channels-way = How
channels-owner = Owner
channels-health = State
channels-add = Add a channel
channels-of = School

kind-wordpress = website with WordPress
kind-mastodon = Mastodon
kind-bluesky = Bluesky
kind-nieuwsbrief = newsletter by mail
kind-feed = feed of the school
kind-met-de-hand = by hand

at-website = website
at-nieuwsbrief = newsletter
at-portaal = parents' portal
at-klassengroep = class chat
at-instagram = Instagram
at-facebook = Facebook
at-linkedin = LinkedIn
at-mastodon = Mastodon
at-bluesky = Bluesky
at-video = video service
at-drukwerk = print
at-pers = press
at-intern = inside the school
by-hand = { $channel }, by hand

health-works = works
health-not = does not work
health-never = not looked at yet
health-hand = done by a person
health-stopped = stopped
health-at = Looked at on { $at }.

why-by-hand = A person does this. Post it yourself and add the link or a screenshot.
why-unreachable = The other side cannot be reached. See whether the address is right and whether the site works. We try again by ourselves.
why-timed-out = The other side does not answer in time. We try again by ourselves.
why-not-secure = The line is not secure: the certificate is wrong or has expired. Ask whoever runs the site to renew it.
why-address = This address is not on the public web. Fill in the address that begins with https:// and that everybody can open.
why-moved = This address sends visitors on to another one. Fill in the address where the site really is, with or without www.
why-credentials = The user or the password is not right, or no longer. Make a new password for this program there and fill it in here.
why-forbidden = The user may not do this there. Give this user the right to publish and delete posts and photos there.
why-too-long = The text or a description is longer than this channel takes. Make it shorter.
why-too-big = A photo is larger than this channel takes. Choose a smaller photo.
why-image = This channel does not take one of the photos. Choose another photo, or fewer photos.
why-no-alt = One of the photos has no description. Fill it in.
why-rate-limited = Too much was posted in a short while. We try again later by ourselves.
why-server-error = The other side has a fault. We try again by ourselves.
why-not-understood = The answer of the other side cannot be understood. See whether the address is right and whether it really is this kind of channel.
why-different = The other side posted something else than we sent. Look there yourself, and remove it if it is not right.
why-gone = It is no longer there.
why-removed-there = Somebody removed this post there. We do not put it back just like that.
why-cannot-be-recalled = What was sent cannot be called back. The page with the photos is gone. Ask the readers yourself to remove it.
why-cannot-be-changed = This cannot be changed there. Post a correction, or remove the post.
why-under-way = It is under way, but not all of it was confirmed.
why-nobody = There is nobody to send to: no parent of this school has a known mail address.
why-stopped = This channel is no longer used.
why-no-secret = There is no password for this channel yet. Fill it in.
why-refused = The other side does not take it. See there why, and try again after that.

remark-too-mighty = This user may do more than is needed. Make a user with the role of author: a stolen password does less harm then.
remark-nobody = No parent of this school has a known mail address. So no letter leaves now.

channel-kind = Kind
channel-address = Address
channel-user = User
channel-secret = Password or token
channel-secret-there = sealed; nobody can read it
channel-secret-not = missing
channel-owner = Owner
channel-can = What can be done here?
can-edit = A post can be corrected there.
can-not-edit = A post cannot be corrected there: a correction is a new post.
can-delete = A post can be removed there.
can-not-delete = What leaves here cannot be called back.
can-alt = The description of each photo goes with it.
can-not-alt = A description of a photo cannot go with it here.
can-text = A text has at most { $most } characters.
can-images = At most { $most } photos.
can-images-least = At least { $least } and at most { $most } photos.
channel-public = Public addresses
channel-page = Page for visitors
channel-atom = Atom feed
channel-json = JSON feed
channel-try = Try now
channel-tried = Tried just now.
channel-change = Change
channel-stop = Stop using
channel-start = Use again
channel-list = All channels

new-title = Which channel?
new-lead = Choose where the school shows something. What has no interface is done by a person: the program prepares everything.
new-way = Kind of channel
new-way-wrong = Choose a kind of channel
new-next = Continue
new-form = Add a channel
new-add = Add this channel
way-wordpress-website = Website with WordPress
way-wordpress-website-hint = Posts get to the site by themselves.
way-mastodon-mastodon = Mastodon or another server of the fediverse
way-bluesky-bluesky = Bluesky
way-nieuwsbrief-nieuwsbrief = Newsletter by mail to the parents
way-nieuwsbrief-nieuwsbrief-hint = What was sent cannot be called back.
way-feed-website = Feed of the school, with pages of its own
way-feed-website-hint = Visitors read along in a feed reader, or the school's website takes the posts over.
way-hand = By hand: { $channel }

form-name = What do you call this channel?
form-name-hint = For example: website of the school.
form-address = Address
form-address-wordpress = The address of the front of the site, with https://
form-address-mastodon = The address of the server, with https://
form-address-bluesky = Mostly https://bsky.social
form-user = User
form-user-wordpress = The name by which this user signs in. The role of author is enough.
form-user-bluesky = The name of the account, for example school.bsky.social
form-secret = Password for this program
form-secret-wordpress = Make it in WordPress under Profile, Application Passwords. Not the ordinary password.
form-secret-mastodon = The access token of an application. Make it under Preferences, Development, with the rights read and write.
form-secret-bluesky = An app password. Make it under Settings, Privacy and security.
form-secret-keep = Leave empty to keep what is there.
form-owner = Who is the owner?
form-owner-hint = The owner is told when the channel no longer works.
form-save = Save
form-name-wrong = Fill in a name, of at most 80 characters
form-address-wrong = Fill in an address that begins with https:// and that everybody can open
form-user-wrong = Fill in the user
form-secret-wrong = Fill in the password
form-secret-new = The address is different. So fill in the password again too
form-owner-wrong = Choose an owner

change-title = Change { $name }
stop-title = Stop using { $name }?
stop-text = Nothing more is posted. What is there stays, and can still be corrected and removed.
stop-button = Stop using this channel
start-title = Use { $name } again?
start-text = Posting is possible again.
start-button = Use this channel again

work-channels = { $n ->
    [one] owner of 1 channel
   *[other] owner of { $n } channels
}

feed-none = There are no posts now.
feed-follow = Follow
feed-changed = Corrected on { $day }
feed-back = All posts
gone-title = This post was removed
gone-text = The post that was here has been taken away.

letter-link = { $photos ->
    [0] Read this post here too:
    [one] See this post with the photo here:
   *[other] See this post with the { $photos } photos here:
}
letter-foot = You get this letter because you are a parent or guardian of a child at { $school }.
letter-correction = Correction: { $title }
letter-correction-intro = Something in an earlier letter was not right. This is the corrected text.
letter-trouble-subject = The channel { $account } does not work
letter-trouble =
    Dear { $name },

    You are the owner of the channel { $account }. It does not work now.

    { $why }

    You find the channel here:
    { $link }

    You get no second letter about this cause.

stand-in = This is the imitated website of the demo
stand-in-text = These pages come from the program itself. They act as if they were the website of { $school }, so that you can try everything in the demo. Nothing of this is on the real internet.
stand-in-none = There are no posts yet.
