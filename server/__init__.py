"""The live server: tables, sockets, REST, the journal and the lobby's rows."""
