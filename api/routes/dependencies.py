"""What routes need of the running server."""

from typing import Annotated

from fastapi import Depends, Request

from api.state import State


def state_of(request: Request) -> State:
    """The server's state."""
    state: State = request.app.state.lotse
    return state


StateDep = Annotated[State, Depends(state_of)]
