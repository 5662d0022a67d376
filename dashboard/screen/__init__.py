"""What is on screen, computed from a briefing and the reader's ticks; no Streamlit in here."""
