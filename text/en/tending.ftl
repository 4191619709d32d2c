### Threads that live: nudges, the index of worldviews, the exchange, the monthly digest.

tending-audit-reason = Looking after the threads of worldviews

## Nudges

tending-author =
    ## { $whom }, somebody waits for you
    { $count ->
        [one] One person would like a word from you. It has waited for two days:
       *[other] { $count } words of others wait for you. The first has waited for two days:
    }
    .unnamed =
        ## Somebody waits for the author
        { $count ->
            [one] One person would like a word from whoever wrote this. It has waited for two days:
           *[other] { $count } words of others wait for whoever wrote this. The first has waited for two days:
        }
    .next = Take all the time you need. You may also pass on a question, and nobody asks you why. I will not remind you here again.
tending-question = • [a question]({ $link }), asked { $since }
tending-loop = • [what somebody heard you say]({ $link }), told { $since }

tending-listener =
    ## { $whom }, would you like to listen?
    This worldview waits for somebody who listens to it. Read what stands above. Then press **Ask to understand** or **Say back what I heard**.
    .next = You do not have to agree, and you do not have to answer me. I ask nobody twice within two weeks.

## The index

index-page = ## Worldviews at rest, page { $number }
    .empty = What stood here was taken back.
index-made-by-hand = A post made by hand
month-and-year = { $month } { $year }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## The monthly digest

digest-title = What was understood in { $month }
digest-card =
    # { $title }
    Somebody listened, said back what they heard, and was told: yes, that is it. Both let it stand here.
    .empty = The lines that stood here were taken back.
    .next = -# To let a line of yours stand in the next one, press *Share this line* under it. You can take it back at any time.
digest-line = { $listener } heard { $author }

## The exchange between the seats

exchange-button = Exchange
exchange-page =
    # The exchange between the seats
    Who asks, who answers, who says back. Only seats are counted here, never people.
    .how = -# A question, an answer and a shift count for the seat of whoever gave it, and saying back for the listener's. A seat in which fewer than { $least } people did anything in a month is left out.
exchange-seat = • { $seat }: { $figures }
exchange-seat-mentor = Mentors
exchange-seat-mentee = Mentees
exchange-seat-both = Those who do both
exchange-figures = { $asked } asked · { $answered } answered · { $said_back } said back · { $looped } of these confirmed · { $shifted } shifts
exchange-withheld = fewer than { $least } people, so not shown

exchange-one-sided =
    ## A thought about { $month }
    One side gave { $percent } % of the answers.
    .counted = -# I counted answers to questions and words on what was said back, by seat and not by person. People who sit on both sides were left out. I say this once a month at most, and only when at least five people answered.
exchange-lean-mentor = That was the **mentors**: the younger explained, and few of the older were asked. You could swap the seats for one evening, or ask a mentee to explain a worldview. A prompt for the older side may help: *Give me a prompt*.
exchange-lean-mentee = That was the **mentees**: the older explained, and few of the younger were asked. You could swap the seats for one evening, or ask a mentor to explain a worldview. A prompt for the younger side may help: *Give me a prompt*.

## Put to rest by a steward

rest-button = Put to rest
rest-done =
    # At rest
    This worldview is archived, and the index keeps the way to it. Nothing was deleted. It wakes up when somebody writes in it or asks a question.
