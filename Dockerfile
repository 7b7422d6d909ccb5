# One image for web, worker, beat and migrations; docker-compose.yml shows them together.
# Its base by digest, given by compose from .env.
ARG PYTHON_DIGEST
FROM python:3.11-slim-bookworm@${PYTHON_DIGEST} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt
WORKDIR /srv/pavilion
COPY . .
# Hashed and compressed once, here; the key signs nothing and is not kept.
RUN SECRET_KEY="$(python -c 'import secrets; print(secrets.token_hex(32))')" STATIC_ROOT=/srv/static python manage.py collectstatic --no-input \
    && python -m compileall -q .

FROM python:3.11-slim-bookworm@${PYTHON_DIGEST}
RUN useradd --system --uid 10001 --home-dir /srv/pavilion pavilion \
    && install -d -o pavilion -g pavilion -m 0700 /srv/media /srv/record /srv/security-log
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    STATIC_ROOT=/srv/static MEDIA_ROOT=/srv/media RECORD_ROOT=/srv/record \
    PAVILION_VAR=/tmp/pavilion
WORKDIR /srv/pavilion
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/static /srv/static
COPY --from=build /srv/pavilion .
USER pavilion
VOLUME /srv/media /srv/record /srv/security-log
EXPOSE 8000
# What must not serve ends here, with one sentence (docs/decisions/0084).
CMD ["sh", "-c", "python -m config.migrated && exec granian --interface asgi --host 0.0.0.0 \
     --port 8000 --workers 2 --workers-kill-timeout 3 --backpressure 4096 \
     --http 1 --http1-header-read-timeout 15000 --no-ws --respawn-failed-workers config.asgi:application"]
