"""The other side of the wire: the Python SDK (`client.sdk`) and the browser's pages (`client/web`)."""
