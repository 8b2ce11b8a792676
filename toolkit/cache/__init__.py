"""What takes long to make, kept in the user's cache folder for as long as its sources are the same.

A file there is JSON with a checksum: nothing in it is ever run. One that is stale or broken, or
that somebody else may have written, is made anew; where nothing can be written, nothing is kept.
"""
