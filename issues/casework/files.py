"""The files of a photo."""

from issues.models import Upload


def delete_files(upload: Upload) -> None:
    """Delete the files. Call it only after commit, since files can't be rolled back."""
    for file in (upload.large, upload.medium, upload.small):
        file.delete(save=False)
