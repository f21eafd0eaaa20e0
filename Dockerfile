# One image for the API and the worker; the command tells which. Everything is installed from the
# lock, by hash; nothing is written outside the volume and /tmp, so the root may be read-only.
FROM python:3.13-slim AS build
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --require-hashes -r requirements.lock
COPY . .
RUN /venv/bin/pip install --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 cirrograph \
    && install -d -o cirrograph -g cirrograph /home/cirrograph/data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    CIRROGRAPH_HOME=/home/cirrograph/data CIRROGRAPH_LOG=json
USER 10001
WORKDIR /home/cirrograph
VOLUME /home/cirrograph/data
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["cirrograph"]
CMD ["serve", "--host", "0.0.0.0", "--no-worker"]
