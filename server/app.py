"""A stand-in until the real application lands: health and the built pages."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from server.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """The web application for these settings."""
    app = FastAPI(openapi_url=None)

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    app.mount("/", StaticFiles(directory=settings.web, html=True, check_dir=False))
    return app
