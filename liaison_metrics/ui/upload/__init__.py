"""The Upload page: add files, answer questions, preview, import."""
