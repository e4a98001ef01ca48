"""What OpenCV's YuNet says of the pixels of the tests: fills crates/faces/tests/photos/reference.tsv.

    pip install opencv-python-headless==4.11.0.86 && python benches/peers/boxes.py
"""

from pathlib import Path

import cv2
import numpy

root = Path(__file__).parents[2]
photo = cv2.imread(str(root / "crates/faces/tests/photos/reference.png"))
model = str(root / "assets/yunet/face_detection_yunet_2023mar.onnx")
lines = []
for times in (1, 2, 3):
    # Each pixel as often as that: the same on every machine, which no filter is.
    picture = numpy.repeat(numpy.repeat(photo, times, axis=0), times, axis=1)
    detector = cv2.FaceDetectorYN.create(model, "", picture.shape[1::-1], 0.6, 0.3, 5000)
    for found in detector.detect(picture)[1]:
        box = [*found[:4], found[14]]
        lines.append("\t".join([str(times), *(f"{number:.6f}" for number in box)]))
(root / "crates/faces/tests/photos/reference.tsv").write_text("\n".join(lines) + "\n")
