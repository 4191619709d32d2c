"""What a person does with polls: ask, vote, take back, end."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo, as_person, named
from sandbox.people.newcomer import Newcomer
from sandbox.verbs import messages, polls


class Voter(Newcomer):
    """Votes are for people: Discord lets no bot vote."""

    async def asks(
        self, channel: str, question: str, *answers: str, multiple: bool = False, hours: int = 24
    ) -> Json:
        """Post a poll."""
        poll = {
            "question": {"text": question}, "answers": [{"poll_media": {"text": one}} for one in answers],
            "allow_multiselect": multiple, "duration": hours,
        }  # fmt: skip
        with as_person(self.name, f"ask in {channel}"):
            sent = messages.send(self.world, self.id, self.channel(channel), {"poll": poll})
        await self.world.told()
        return sent

    async def votes(self, poll: str | Json, *answers: str | int) -> None:
        """Choose these answers, by text or number, and no others; none takes a vote back.

        `poll`: its message, or its question for the newest of that question.
        """
        message = self._poll(poll)
        chosen = [self._answer(message["poll"], one) for one in answers]
        with as_person(self.name, f"vote in {named(poll)}"):
            polls.vote(self.world, self.id, message, chosen)
        await self.world.told()

    async def ends_poll(self, poll: str | Json) -> None:
        with as_person(self.name, f"end {named(poll)}"):
            polls.end(self.world, self.id, self._poll(poll))
        await self.world.told()

    def _poll(self, question: str | Json) -> Json:
        if not isinstance(question, str):
            return question
        for message in self.newest_first():
            if message.get("poll") and message["poll"]["question"]["text"] == question:
                return message
        raise CannotDo(f"{self.name} sees no poll {question!r}, but:\n{self.screen()}")

    def _answer(self, poll: Json, text: str | int) -> int:
        numbers = {one["poll_media"]["text"]: int(one["answer_id"]) for one in poll["answers"]}
        if text in numbers.values():
            return int(text)
        if text not in numbers:
            raise CannotDo(f"{self.name} cannot vote for {text!r}, only for {list(numbers)}")
        return numbers[str(text)]
