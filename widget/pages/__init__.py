"""The pages that the server renders: the chat without JavaScript and what stands beside it."""

from widget.pages.chat import COMMENT_LIMIT, QUESTION_LIMIT, Asked, Said, render_chat, render_feedback
from widget.pages.notices import render_error, render_home, render_privacy
from widget.pages.policy import CONTENT_SECURITY_POLICY, frame_policy
from widget.pages.statement import Reporting, render_statement
from widget.pages.view import Choices, CityView, HotlineView

__all__ = [
    "COMMENT_LIMIT",
    "CONTENT_SECURITY_POLICY",
    "QUESTION_LIMIT",
    "Asked",
    "Choices",
    "CityView",
    "HotlineView",
    "Reporting",
    "Said",
    "frame_policy",
    "render_chat",
    "render_error",
    "render_feedback",
    "render_home",
    "render_privacy",
    "render_statement",
]
