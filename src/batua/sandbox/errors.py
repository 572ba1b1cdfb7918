"""What the sandbox's API refuses, as status, code and words."""


class ApiError(Exception):
    """A refusal of the API."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message


def not_found() -> ApiError:
    """There is no such thing."""
    return ApiError(404, "not_found", "There is nothing of this id or reference.")
