//! The network's numbers, laid out for the kernels: output channels in blocks of [`LANES`].

/// Output channels that one step of a kernel makes.
pub(super) const LANES: usize = 16;

/// One number for each channel of a block.
pub(super) type Block = [f32; LANES];

/// The weights of `YuNet`, as `assets/yunet/MODEL.md` describes them. The heads of the landmarks are not among them.
static BYTES: &[u8] = include_bytes!("../../../../assets/yunet/yunet.f32");

/// A 1 × 1 convolution and the 3 × 3 depth-wise one after it.
#[derive(Debug)]
pub(super) struct Unit {
    /// For each output block, for each input channel.
    pub(super) point: Vec<Block>,
    pub(super) point_bias: Vec<Block>,
    /// For each output block, for each of the nine taps.
    pub(super) depth: Vec<[Block; 9]>,
    pub(super) depth_bias: Vec<Block>,
    /// Negative results become zero.
    pub(super) rectified: bool,
}

/// All of it.
#[derive(Debug)]
pub(super) struct Weights {
    pub(super) stem: [Block; 27],
    pub(super) stem_bias: Block,
    pub(super) units: [Unit; 14],
    pub(super) heads: [Unit; 3],
}

/// Channels in and out of each unit, in the order of the file.
const UNITS: [(usize, usize); 14] = [
    (16, 16),
    (16, 16),
    (16, 32),
    (32, 32),
    (32, 64),
    (64, 64),
    (64, 64),
    (64, 64),
    (64, 64),
    (64, 64),
    (64, 64),
    (64, 64),
    (64, 64),
    (64, 64),
];
/// Class, object, and four numbers of the box; padded in the file.
const HEAD: usize = 8;

impl Weights {
    /// Reads the numbers that the program carries.
    pub(super) fn carried() -> Self {
        let (numbers, _) = BYTES.as_chunks::<4>();
        let mut rest = numbers.iter().map(|bytes| f32::from_le_bytes(*bytes));
        let mut stem = [[0.0; LANES]; 27];
        for tap in &mut stem {
            *tap = block(&mut rest);
        }
        let stem_bias = block(&mut rest);
        let units = UNITS.map(|(inputs, outputs)| Unit::read(&mut rest, inputs, outputs, true));
        let heads = [(); 3].map(|()| Unit::read(&mut rest, 64, HEAD, false));
        Self {
            stem,
            stem_bias,
            units,
            heads,
        }
    }
}

impl Unit {
    fn read(
        from: &mut impl Iterator<Item = f32>,
        inputs: usize,
        outputs: usize,
        rectified: bool,
    ) -> Self {
        let blocks = outputs.div_ceil(LANES);
        let mut row = || row(from, outputs, blocks);
        let point: Vec<Vec<Block>> = (0..inputs).map(|_| row()).collect();
        let point_bias = row();
        let depth: Vec<Vec<Block>> = (0..9).map(|_| row()).collect();
        let depth_bias = row();
        let of = |rows: &[Vec<Block>], k: usize| -> Vec<Block> {
            rows.iter().filter_map(|row| row.get(k).copied()).collect()
        };
        Self {
            point: (0..blocks).flat_map(|k| of(&point, k)).collect(),
            point_bias,
            depth: (0..blocks)
                .map(|k| {
                    let mut taps = [[0.0; LANES]; 9];
                    taps.copy_from_slice(&of(&depth, k));
                    taps
                })
                .collect(),
            depth_bias,
            rectified,
        }
    }
}

fn block(from: &mut impl Iterator<Item = f32>) -> Block {
    let mut block = [0.0; LANES];
    block.iter_mut().zip(from).for_each(|(to, one)| *to = one);
    block
}

/// One number for each output channel, the last block filled up with zeros.
fn row(from: &mut impl Iterator<Item = f32>, outputs: usize, blocks: usize) -> Vec<Block> {
    let mut row = vec![[0.0; LANES]; blocks];
    let places = row.as_flattened_mut().iter_mut().take(outputs);
    places.zip(from).for_each(|(to, one)| *to = one);
    row
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_weights_are_those_of_the_model_card() {
        let card = include_str!("../../../../assets/yunet/MODEL.md");
        for bytes in [
            BYTES,
            include_bytes!("../../../../assets/yunet/face_detection_yunet_2023mar.onnx").as_slice(),
        ] {
            let hash: String = Sha256::digest(bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert!(card.contains(&hash), "{hash} is not in MODEL.md");
        }
    }

    #[test]
    fn every_number_has_its_place() {
        let weights = Weights::carried();
        let used = 28 * LANES
            + weights
                .units
                .iter()
                .map(|unit| (unit.point.len() + 11 * unit.depth.len()) * LANES)
                .sum::<usize>()
            + 3 * (64 + 11) * HEAD;
        assert_eq!(used * 4, BYTES.len());
        let last = BYTES
            .as_chunks::<4>()
            .0
            .last()
            .map(|b| f32::from_le_bytes(*b));
        let head = weights
            .heads
            .last()
            .and_then(|head| head.depth_bias.first());
        assert_eq!(head.map(|block| block[HEAD - 1]), last);
    }
}
