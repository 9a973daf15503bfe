# The first stage builds the wheel with the pages in it (the build brings its own Node.js) and installs it.
FROM python:3.13-slim AS build

WORKDIR /src
COPY requirements.txt ./
RUN python -m venv /opt/faultlines \
    && /opt/faultlines/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt
COPY . .
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels . \
    && /opt/faultlines/bin/pip install --no-cache-dir --no-deps /wheels/*.whl

FROM python:3.13-slim

RUN useradd --no-log-init --uid 10001 --no-create-home faultlines \
    && install --directory --owner faultlines /data
COPY --from=build /opt/faultlines /opt/faultlines
ENV PATH=/opt/faultlines/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    FAULTLINES_HOST=0.0.0.0 \
    FAULTLINES_PORT=8000 \
    FAULTLINES_DATA=/data \
    FAULTLINES_OPEN_BROWSER=false

USER 10001
VOLUME ["/data"]
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import urllib.request as ask; ask.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
CMD ["faultlines", "serve"]
