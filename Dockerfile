# The program in a container: without root, and able to write to its volumes alone. See docs/deploy.md.
FROM python:3.11-slim AS build
WORKDIR /build
COPY requirements.txt ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY liaison_metrics ./liaison_metrics
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home liaison \
    && install --directory --owner=liaison --mode=0700 /store /key /backups
COPY --from=build /venv /venv
WORKDIR /program
COPY app.py ./
COPY pages ./pages
COPY .streamlit ./.streamlit
COPY data/project.toml data/vocabulary.csv ./data/
ENV HOME=/tmp \
    PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    LIAISON_DATABASE_URL=sqlite:////store/liaison.db \
    LIAISON_SECRET_KEY_FILE=/key/secret.key
USER 10001
EXPOSE 8501
VOLUME ["/store", "/key", "/backups"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8501/health', timeout=4)"]
ENTRYPOINT ["liaison-metrics"]
CMD ["serve", "--address", "0.0.0.0"]
