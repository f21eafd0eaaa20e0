# One image for the API and the worker; the command tells which.
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY ingest ingest
COPY graph graph
COPY controls controls
COPY schema schema
COPY server server
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --create-home --uid 10001 cirrograph
COPY --from=build /venv /venv
USER cirrograph
ENV PATH=/venv/bin:$PATH CIRROGRAPH_HOME=/home/cirrograph/data
RUN mkdir -p /home/cirrograph/data
VOLUME /home/cirrograph/data
ENTRYPOINT ["cirrograph"]
CMD ["serve", "--host", "0.0.0.0"]
