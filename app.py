"""The server: ``streamlit run app.py`` or any ASGI server with ``app:app``.

Streamlit runs this file once for each visitor's click, as ``__main__``; the server imports it once, by its name.
"""

import streamlit as st

if __name__ == "__main__":
    from liaison_metrics.ui.frame.shell import run_page

    run_page()
else:
    from streamlit.runtime.pages_manager import PagesManager

    from liaison_metrics.services.installation.schedule import scheduled_work
    from liaison_metrics.web.guards.middleware import middleware
    from liaison_metrics.web.routes import routes

    # A folder "pages" beside the script makes Streamlit run a page alone, without what stands around it, where it is
    # the first that a fresh server is asked for. Our pages are those of the navigation.
    PagesManager.uses_pages_directory = False
    app = st.App(__file__, lifespan=lambda _app: scheduled_work(), routes=routes(), middleware=middleware())
