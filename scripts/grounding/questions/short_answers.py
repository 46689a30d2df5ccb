"""What a reply opens with instead of "yes" or "no": "I'm afraid so", "By no means", "Leave it at home".

The first are of any question; the others only of one about an umbrella, the stars or the washing.
"""

from typing import Final, Literal

from scripts.grounding.phrases import Openings
from scripts.grounding.text import word_set

Asking = Literal["cover", "stars", "bring in", "hang out"]
"""What else than the sky itself may be asked about."""

_ANY: Final = Openings(
    {
        True: """
        indeed it is|indeed it does|indeed it will|indeed there is|indeed there will|yes indeed
        |i'm afraid so|i am afraid so|afraid so|afraid it is|afraid it will|i'm afraid it is
        |i am afraid it is|i'm afraid it will|i'm afraid there is|i fear so|i fear it is|i believe so
        |i'd say so|i should say so|i should think so|i expect so|very much so|much so|and how|you bet
        |of course|of course it is|of course it will|of course it does|of course there is
        |it will be indeed|sure is|sure will|sure does|it certainly is|it certainly does
        |it certainly will|it surely is|it surely will|it surely does|it most certainly is
        |it does indeed|it is indeed|it will indeed|there is indeed|there certainly is|there surely is
        |there will be|that it is|that it does|that it will|so it is|so it does|so it will|sadly yes
        |sadly , yes|alas yes|alas , yes|unfortunately yes|unfortunately , yes|happily yes|happily , yes
        |the answer is yes|i regret to say yes|i am sorry to say yes|i'm glad to say yes
        |i am glad to say yes|i am happy to say yes|as it happens , yes|in a word , yes|in short , yes
        |in a word : yes|most certainly|most assuredly|most definitely|most decidedly|without a doubt
        |without doubt|without question|beyond question|beyond a doubt|no doubt about it
        |no question about it|regrettably so|regrettably , yes|right you are|it will be|it is , sir
        |it is , friend|on all counts , yes|a plain yes|a qualified yes|emphatically yes|for certain
        |for sure|to be sure|you could say so|you might say so|you may say so|one could say so
        |more than enough|enough and to spare|and then some
        """,
        False: """
        by no means|no means|certainly not|absolutely not|definitely not|decidedly not|assuredly not
        |indeed not|indeed it is not|indeed it isn't|surely not|emphatically not|most certainly not
        |of course not|i'm afraid not|i am afraid not|afraid not|i fear not|i think not
        |i should think not|i believe not|i'd say not|i should say not|i'm afraid it isn't
        |i'm afraid it won't|sadly not|sadly no|sadly , no|alas , no|alas not|alas no|happily not
        |happily no|happily , no|thankfully not|thankfully no|thankfully , no|fortunately not
        |fortunately no|fortunately , no|unfortunately not|unfortunately no|unfortunately , no
        |regrettably not|it's not|it certainly isn't|it certainly is not|it certainly won't
        |it most certainly is not|it will not be|it won't be|no such thing|no such luck|no luck
        |no indeed|no sir|no fear|no chance|no chance of it|no sign of it|not a chance|not a bit of it
        |not a hope|not so much as a drop|not so much as a flake|not so much as a rumble
        |not so much as a wisp|not so much as a cloud|not one drop|not one flake|not one cloud
        |not one bit|not a rumble|not a clap|not a hint of it|not a sign of it|not just now
        |not as we speak|not on this occasion|not this time|not so you'd notice|not this minute
        |not at this moment|not tonight|nothing of the kind|nothing of the sort|nothing like it
        |nothing wet|nothing white|nowhere near|nowhere near it|quite the opposite|quite the reverse
        |quite the contrary|the very opposite|the very reverse|the opposite|on the contrary|anything but
        |anything but that|far from it|the answer is no|i am glad to say no|i'm glad to say no
        |i am happy to say no|i am sorry to say no|i'm sorry to say no|i regret to say no
        |as it happens , no|in a word , no|in short , no|in a word : no|under no circumstances
        |not right now|nothing doing|not by a long way/chalk/shot/mile/stretch
        |not by any means/measure/stretch
        |not any more|not so far|none worth the name|none worth mentioning|none worth speaking of
        |very little|precious little|next to none|next to nothing|practically none|almost none|virtually none
        |not enough to|nothing at all|not even close|not even a|not yet
        |on no account|only indoors|only under a roof|a plain no
        """,
    }
)
_GRANTING: Final = word_set(
    "undoubtedly doubtless affirmative naturally surely unquestionably indubitably evidently clearly "
    "plainly regrettably "
    "perfectly entirely completely utterly wholly totally thoroughly solidly steadily gloriously "
    "heavily brightly continuously thickly densely very exceedingly extremely bitterly fiercely ferociously "
    "savagely perishingly painfully wickedly infernally blisteringly oppressively dreadfully terribly "
    "awfully "
    "frightfully brutally cruelly comfortably amply brilliantly generously freely hard unmistakably "
    "uncommonly uncomfortably unpleasantly remarkably dazzlingly relentlessly unceasingly "
    "mightily furiously violently stiffly briskly properly abundantly copiously lavishly profusely"
)
_HARDLY: Final = word_set("negative hardly scarcely")
_LIKE_THAT: Final = Openings(
    {
        True: """
        as toast|as tinder|as soup|as pea soup|thick as soup|as thick as soup|thick with it|like wool
        |as thick as wool|cats and dogs|by the bucket|by the bucketful|in buckets|in sheets
        |from edge to edge|in full force|in force|in all its glory|full blast|all day|from dawn to dusk
        |wall to wall|thunder and all|flakes and all|out and shining|shining away|blazing|blazing away
        |right overhead|a proper one|out and alone in the sky|buckets|buckets of it|in plenty|in earnest
        |in abundance|in quantity|like the flood|like feathers|without let up|without pause|without cease
        |without mercy|with a will|with a vengeance|and hard|and heavily|sure as taxes|all of it
        |every inch of it|every ray of it|a great deal|a great deal of it|a good deal|no end of it
        |oceans of it
        |enough to float a boat|enough to float an ark|enough to take your hat|enough to take a hat
        |like a laundry|like a steam bath|like a turkish bath|like a jungle|like an oven|like a furnace
        |like an icebox|hold your hat|hold on to your hat|hang on to your hat
        """,
        False: """
        nowhere to be seen|it's hidden|it is hidden|it has not shown its face|it hasn't shown its face
        |hidden|it's in hiding|it is in hiding|in hiding|in bed|still in bed|gone to ground|off duty
        |all quiet|nothing but blue|behind the clouds|nothing but cloud|nothing but clouds
        """,
    }
)
_BY_ASKING: Final[dict[Asking, Openings[bool]]] = {
    "cover": Openings(
        {
            True: """
        take it|take one|take yours|take the umbrella|take an umbrella|take your umbrella
        |take the big one|take two|take a stout one|take a sound one|take a good one|do take it
        |do take one|do bring it|do bring one|better take it|better take one|best take it|best take one
        |bring it|bring one|bring yours|bring the umbrella|bring an umbrella|bring your umbrella|pack it
        |pack one|carry it|carry one|you do|you do indeed|you certainly do|you surely do|you will
        |you will indeed|you'll need it|you'll need one|you'll need yours|you'll want it|you'll want one
        |you'll want yours|you will need it|you will need one|you will want it|you will want one
        |you will be glad of it|you'll be glad of it|you'll be glad of one|you will be glad of one
        |you'd better|you had better|you should|you'd be wise to|you would be wise to
        |you'd be foolish to leave|you'd be a fool to leave|by all means|don't leave without
        |do not leave without|don't leave home without|do not leave home without|don't go without
        |do not go without|don't forget it|do not forget it|i would|i would indeed|i'd take it
        |i'd take one|i would take it|i would take one|i'd bring it|i'd bring one|i'd carry it
        |it would be wise|it'd be wise|that would be wise|it would be prudent|prudence says yes
        |it's an umbrella day|it is an umbrella day|an umbrella is called for|an umbrella is a must
        |an umbrella is in order|one is called for|one is in order|never needed it more|never more so
        |and a raincoat|without one you'll be|without it you'll be|unless you like being wet
        |unless you enjoy being wet|unless you care to swim|keep it handy|keep it by you|have it by you
        """,
            False: """
        leave it|leave it at home|leave it behind|leave it where it is|leave it in the stand
        |leave it on its hook|leave it on the hook|leave yours|leave the umbrella|leave your umbrella
        |you don't|you do not|you won't|you will not|you needn't|you need not|no need|no need of it
        |no need of one|no need for it|no need for one|no need whatever|none needed|none required
        |none is needed|not needed|not required|it isn't needed|it is not needed|it won't be needed
        |it will not be needed|you can leave it|you may leave it|you can safely leave it
        |you may safely leave it|you could leave it|it can stay|it may stay|it can rest|it may rest
        |let it rest|let it sleep|it stays home|it stays at home|no umbrella needed|no umbrella required
        |no umbrella|no umbrella necessary|don't bother|do not bother|don't trouble|i wouldn't
        |i would not|i wouldn't bother|i'd leave it|i would leave it|i'd not bother|you can do without
        |you may do without|you'll do without|you'll manage without|you can manage without
        |it would only be|it'd only be|it would be idle|it'd be idle|it would be a passenger
        |it'd be a passenger|it would be dead weight|it'd be dead weight|only as a walking stick
        |only as a cane|only if you like|only if you're fond|only for show|only for ornament|skip it
        |you can skip it|you can skip the umbrella|you may skip it|save your arm
        |save yourself the trouble|save yourself the weight|spare your arm|spare yourself the weight
        |spare yourself the trouble|keep it furled|forget it|forget the umbrella|forget yours
        |there's no call|there is no call|there's no need|there is no need|no call for it
        |no call for one|no use for it|no use for one|no occasion for it|not unless you're fond
        |not unless you like|the umbrella can stay|the umbrella may stay|the umbrella can rest
        |the umbrella may rest
        """,
        }
    ),
    "stars": Openings(
        {
            True: """
        you can|you can indeed|you may|you may indeed|you should|you will|you'll see them|every one
        |every last one|every one of them|all of them|all the lot|the whole lot|the lot|plenty
        |plenty of them|by the thousand|thousands of them|by the hundred|they're out|they are out
        |they're all out|they are all out|they're all there|they are all there|the stars are out
        |nothing stands in the way|nothing is in the way|nothing hides them|nothing between you and them
        |as many as you|as many as you can|more than you can count|more than you could count
        |the sky is wide open|the sky is clear|with ease|easily|by all means
        """,
            False: """
        you can't|you cannot|you won't|you will not|you can not|not a one|not one|not one of them
        |not a single star|not a star|no stars|no star|they're hidden|they are hidden|they're behind
        |they are behind|the clouds have them|the clouds are in the way|the cloud is in the way
        |only with imagination|only in your imagination|only in memory|not through that|not through this
        |the sky is shut|you'll see cloud|you'll see nothing but|you will see nothing but
        """,
        }
    ),
    "bring in": Openings(
        {
            True: """
        bring it in|bring it all in|fetch it in|fetch it|get it in|take it in|haul it in|you should
        |you had better|you'd better|you'd best|at once|right away|right now|immediately|quickly
        |without delay|and quickly|i would|i should|i'd fetch it|i'd bring it|too late|it's being washed
        |it is being washed|it is getting a second|it's getting a second|it is being rinsed
        |it's being rinsed|it is wet already|unless you like it|unless you want it|run|make haste
        |by all means
        """,
            False: """
        leave it|leave it out|leave it where|leave it on the line|leave it be|let it be|let it hang
        |let it stay|it can stay|it may stay|it can hang|it may hang|it's safe|it is safe
        |it's fine where|it is fine where|it will dry|it'll dry|it is drying|it's drying
        |you can leave it|you may leave it|you needn't|you need not|no need|no hurry|no rush
        |there's no need|there is no need|don't bother|not on account of rain|not yet
        |not on the sky's account
        """,
        }
    ),
    "hang out": Openings(
        {
            True: """
        you can|you may|you should|by all means|hang it out|hang it|hang them out|hang away|go ahead
        |it will dry|it'll dry|it should dry|safely|without fear|with confidence|nothing will wet it
        |peg it out|peg away|out with it
        """,
            False: """
        you can't|you cannot|you may not|better not|best not|i wouldn't|i would not|i'd not|i'd wait
        |i should not|keep it in|keep it indoors|keep it inside|don't|do not|only to rinse it
        |only if you want it|only if you like it|not unless you|not if you want|you'd regret it
        |you would regret it|wait|wait for another|wait for a|dry it indoors|dry it inside
        """,
        }
    ),
}
_STOPS: Final = word_set(", . ; : — – ! though but at with and for so in of")


def short_answer(words: tuple[str, ...], k: int, asking: Asking | None) -> tuple[int, bool] | None:
    """Return the last token of an answer that begins at token k, and whether it grants what was asked."""
    if words[k : k + 1] == ():
        return None
    after = words[k + 1] if k + 1 < len(words) else "."
    if words[k] in _HARDLY and after in (".", ",", "!", ";"):
        return k, False
    if words[k] in _GRANTING:
        last = k + (after == "so")
        if words[last + 1 : last + 2] in _ENDED:
            return last, True
    for phrases in (_BY_ASKING[asking], _ANY) if asking else (_ANY, _LIKE_THAT):
        found = phrases.at(words, k)
        if found is not None and (asking or words[found[1] + 1 : found[1] + 2] in _CLOSED):
            return found[1], found[0]
    return None


_ENDED: Final = ((), (".",), (",",), ("!",), (";",))
_CLOSED: Final = ((), *((stop,) for stop in _STOPS))


_STARS: Final = word_set("stars star constellations constellation meteors moon starlight")
_WASHING: Final = word_set("washing laundry clothes sheets wash linen")
_COVERS: Final = word_set("umbrella umbrellas brolly raincoat waterproof waterproofs mackintosh")
_INWARD: Final = word_set("bring take get fetch haul")
_OUTWARD: Final = word_set("hang dry peg put")


def asking_of(question: tuple[str, ...]) -> Asking | None:
    """Return what a question is about that the sky decides: an umbrella, the stars, the washing."""
    if not _COVERS.isdisjoint(question):
        return "cover"
    if not _STARS.isdisjoint(question) and "see" in question:
        return "stars"
    if _WASHING.isdisjoint(question):
        return None
    if "in" in question and not _INWARD.isdisjoint(question):
        return "bring in"
    is_out = "out" in question or "outside" in question or "outdoors" in question or "line" in question
    return "hang out" if is_out and not _OUTWARD.isdisjoint(question) else None
