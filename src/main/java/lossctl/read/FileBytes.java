package lossctl.read;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import lossctl.data.Unopened;

/** The bytes of a file, or of a device or named pipe that stands where a file is expected. */
final class FileBytes implements Bytes {
    private final String path;
    private final File file;
    private final Meter meter;

    /** {@code meter} counts what is read; null for none. */
    FileBytes(String path, Meter meter) {
        this.path = path;
        this.meter = meter;
        file = new File(path);
    }

    @Override
    public String name() {
        return path;
    }

    @Override
    public boolean isRepeatable() {
        return file.isFile() || !file.exists(); // What is not there is told by whoever opens it.
    }

    @Override
    public InputStream open() {
        try {
            return meter == null ? new FileInputStream(file) : new MeteredFile(file, meter);
        } catch (FileNotFoundException e) {
            throw Unopened.file(path);
        }
    }

    @Override
    public long size() {
        long length = file.length();
        // devices and pipes have none, and it is one question more only where a file is empty
        return length > 0 || file.isFile() ? length : -1;
    }
}
