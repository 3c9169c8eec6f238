#!/usr/bin/env python3
"""Reduces word vectors (float32, big endian, 384 a word) to their 128 main directions, unit length, as float16.

usage: reduce_vectors.py WORDS.txt VECTORS.bin OUT.npy
"""
import sys
import numpy as np

words = open(sys.argv[1], encoding="utf-8").read().split("\n")
raw = np.fromfile(sys.argv[2], dtype=">f4").astype(np.float32).reshape(len(words), -1)
raw -= raw.mean(0)
_, _, directions = np.linalg.svd(raw[::3], full_matrices=False)
reduced = raw @ directions[:128].T
reduced /= np.linalg.norm(reduced, axis=1, keepdims=True) + 1e-6
np.save(sys.argv[3], reduced.astype(np.float16))
