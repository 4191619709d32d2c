"""What a person does on coming into a server: follow an invite, agree to its rules, answer its questions."""

from __future__ import annotations

from collections.abc import Mapping

from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo, as_person
from sandbox.people.picking import listed, option_value
from sandbox.people.talker import Talker
from sandbox.verbs import invites, onboarding


class Newcomer(Talker):
    """Somebody who may have just come in."""

    async def follows_invite(self, code: str) -> None:
        with as_person(self.name, "come in"):
            self.visits(invites.follow(self.world, self.account, code))
        await self.world.told()

    async def agrees_to_the_rules(self) -> None:
        """Pass membership screening; until then they can only look on."""
        onboarding.agree(self.actor)
        await self.world.told()

    async def answers_onboarding(self, answers: Mapping[str, object]) -> None:
        """Answer what the server asks newcomers, by the titles of its prompts and of their options."""
        prompts = {prompt["title"]: prompt for prompt in onboarding.asked(self.guild)}
        strange = answers.keys() - prompts.keys()
        if strange:
            raise CannotDo(f"{self.name} is not asked {sorted(strange)} but {list(prompts)}")
        chosen = {
            prompts[title]["id"]: self._options(prompts[title], wanted) for title, wanted in answers.items()
        }
        await self.ticks(chosen)

    async def ticks(self, chosen: Mapping[str, list[str]]) -> None:
        """The same by ids; later on too, and then for questions that no newcomer is asked."""
        with as_person(self.name, "go through onboarding"):
            onboarding.answer(self.actor, chosen)
        await self.world.told()

    def _options(self, prompt: Json, wanted: object) -> list[str]:
        offered = [{"label": option["title"], "value": option["id"]} for option in prompt["options"]]
        return [option_value(self.name, offered, one) for one in listed(wanted)]

    @property
    def followed_channels(self) -> list[str]:
        """Names of the channels that onboarding has put in their list; all others are there for browsing."""
        followed = self.guild.followed.get(self.id, [])
        return [self.guild.channels[one]["name"] for one in followed if one in self.guild.channels]
