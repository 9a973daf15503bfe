"""A client written from docs/protocol.md alone: it makes a table with bots, joins, and plays to the end.

    echo http://127.0.0.1:8000 | python tests/docs/stranger.py
"""

# mypy: allow-untyped-defs, allow-untyped-calls
import json
import urllib.request

from websockets.sync.client import connect

BOTS = {"council": "share", "charity": "share", "government": "share"}


def post(url, path, body):
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(url + path, json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def choose(view):
    """The first sheet that would be accepted, then ready; none while others are waited for."""
    legal = view["legal"]
    if legal["sheet"] and view["me"]["sheet"] is None:
        sheet = dict(legal["sheet"]["default"], option=legal["sheet"]["options"][0])
        return {"type": "commit", "sheet": sheet}
    return {"type": "ready"} if "ready" in legal["commands"] else None


def play(socket, token):
    """The last view. One command at a time: the next is chosen when the ack and its entry have come."""
    socket.send(json.dumps({"type": "hello", "token": token}))
    welcome = json.loads(socket.recv())
    seq, view, waiting, acked = welcome["seq"], welcome["view"], False, 0
    while view["phase"] != "end":
        command = choose(view) if not waiting and seq >= acked else None
        if command:
            socket.send(json.dumps({"type": "command", "id": f"stranger-{seq}", "command": command}))
            waiting = True
        message = json.loads(socket.recv())
        kind = message["type"]
        if kind in ("update", "skip"):
            assert message["seq"] == seq + 1, f"a gap: {message['seq']} after {seq}"
            seq = message["seq"]
            view.update(message.get("changes", {}))
        elif kind == "ack":
            acked, waiting = message["seq"], False
        elif kind in ("refused", "error"):
            raise SystemExit(f"not accepted: {message}")
    return view


def main(url):
    table = post(url, "/api/tables", {"seats": BOTS, "rounds": 6})
    seat = post(url, "/api/join", {"code": table["code"], "name": "Stranger", "seat": "pct"})
    with connect(url.replace("http", "ws", 1) + "/ws") as socket:
        view = play(socket, seat["token"])
    end = view["end"]
    print(f"{'survived' if end['survived'] else 'collapsed'} ({end['cause']}) after round {view['round']}")
    print(f"score {end['score']['score']}: {end['score']['parts']}")


if __name__ == "__main__":
    main(input("Address of a server: ").strip().rstrip("/"))
