"""Photos as phones make them, drawn here so that none has to be stored."""

from io import BytesIO

from PIL import Image, ImageDraw
from playwright.sync_api import FilePayload


def photo(name: str, *, shade: int, size: tuple[int, int] = (1600, 1200)) -> FilePayload:
    """A JPEG; another `shade` is another picture."""
    picture = Image.new("RGB", size, (shade, 120, 90))
    draw = ImageDraw.Draw(picture)
    for step in range(0, size[0], 40):
        draw.ellipse((step, step // 2, step + 300, step // 2 + 200), fill=(step % 255, shade, 60))
    file = BytesIO()
    picture.save(file, "JPEG", quality=85)
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}
