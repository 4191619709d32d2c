"""What a person does with polls: ask, vote, take back, end."""

from __future__ import annotations

from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo, as_person
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

    async def votes(self, question: str, *answers: str) -> None:
        """Choose these answers and no others in the newest poll of that question; none takes a vote back."""
        message = self._poll(question)
        chosen = [self._answer(message["poll"], one) for one in answers]
        with as_person(self.name, f"vote in {question!r}"):
            polls.vote(self.world, self.id, message, chosen)
        await self.world.told()

    async def ends_poll(self, question: str) -> None:
        with as_person(self.name, f"end {question!r}"):
            polls.end(self.world, self.id, self._poll(question))
        await self.world.told()

    def _poll(self, question: str) -> Json:
        for message in self.newest_first():
            if message.get("poll") and message["poll"]["question"]["text"] == question:
                return message
        raise CannotDo(f"{self.name} sees no poll {question!r}, but:\n{self.screen()}")

    def _answer(self, poll: Json, text: str) -> int:
        numbers = {one["poll_media"]["text"]: int(one["answer_id"]) for one in poll["answers"]}
        if text not in numbers:
            raise CannotDo(f"{self.name} cannot vote for {text!r}, only for {list(numbers)}")
        return numbers[text]
