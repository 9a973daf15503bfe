"""The built browser client: one page for every screen, and its files."""

from pathlib import Path
from typing import Final

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import Headers
from starlette.types import Scope

SCREENS: Final = ("/", "/join", "/join/{code}", "/host", "/t/{table}", "/screen/{table}", "/replay/{table}")
FOR_EVER: Final = "public, max-age=31536000, immutable"
NO_PAGES: Final = "The browser's pages are not built. Run `python build_web.py` (or `python3 play.py`) and reload.\n"


def install(app: FastAPI, web: Path) -> None:
    """Serve the client from the folder `web`; the routes of its screens all get its one page."""
    router = APIRouter()
    index = web / "index.html"

    async def page() -> Response:
        if not index.is_file():
            return Response(NO_PAGES, 503, {"Cache-Control": "no-store"}, "text/plain; charset=utf-8")
        return FileResponse(index, headers={"Cache-Control": "no-store"})

    for screen in SCREENS:
        router.add_api_route(screen, page, methods=["GET", "HEAD"], include_in_schema=False)
    app.include_router(router)
    app.mount("/", _Files(directory=web, check_dir=False))


class _Files(StaticFiles):
    """Files whose names carry a hash of their content may be kept for ever; others must be asked for again.

    The build lays gzipped copies beside them; whoever can unpack one gets it instead.
    """

    def file_response(self, full_path: object, stat_result: object, scope: Scope, status_code: int = 200) -> Response:
        packed = Path(f"{full_path}.gz")
        send_packed = "gzip" in Headers(scope=scope).get("accept-encoding", "") and packed.is_file()
        if send_packed:
            full_path, stat_result = packed, packed.stat()
        response = super().file_response(full_path, stat_result, scope, status_code)  # type: ignore[arg-type]
        if send_packed:
            response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
        hashed = scope["path"].startswith("/assets/")
        response.headers["Cache-Control"] = FOR_EVER if hashed else "no-cache"
        return response
