"""Captions of videos: WebVTT and SRT are read into cues, cues are written as WebVTT and as a transcript. Words only, no styles."""

from gongkai.paperwork.captions.cue import Cue, faults_of
from gongkai.paperwork.captions.reading import cues_in
from gongkai.paperwork.captions.writing import clock, transcript_of, webvtt

__all__ = ["Cue", "clock", "cues_in", "faults_of", "transcript_of", "webvtt"]
