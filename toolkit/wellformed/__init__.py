"""Why a file is no well-formed XML, told so that an editor can mend it."""
