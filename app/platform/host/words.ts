/** What the program says at the terminal, in both languages: nobody has chosen one yet. */

export const words = {
  wrongSetting: (name: string, value: string, vi: string, en: string) => ({
    vi: `Biến môi trường ${name}="${value}" không đúng: ${vi}.`,
    en: `The environment variable ${name}="${value}" is wrong: ${en}.`,
  }),
  portTaken: (host: string, port: number) => ({
    vi: `Cổng ${port} trên ${host} đang có chương trình khác dùng; hãy chọn cổng khác bằng PORT=....`,
    en: `Port ${port} on ${host} is in use by another program; choose another with PORT=....`,
  }),
  cannotListen: (host: string, port: number, reason: string) => ({
    vi: `Không mở được cổng ${port} trên ${host} (${reason}); hãy xem lại HOST và PORT.`,
    en: `Cannot listen on port ${port} of ${host} (${reason}); check HOST and PORT.`,
  }),
  folderNotWritable: (folder: string) => ({
    vi: `Không ghi được vào thư mục dữ liệu ${folder}; hãy cấp quyền hoặc chọn thư mục khác bằng DATA_DIR=....`,
    en: `The data folder ${folder} cannot be written; grant the right or choose another with DATA_DIR=....`,
  }),
  folderInUse: (folder: string, pid: number) => ({
    vi: `Thư mục dữ liệu ${folder} đang được một phiên khác sử dụng (tiến trình ${pid}); hãy dừng phiên đó hoặc chọn DATA_DIR khác.`,
    en: `The data folder ${folder} is in use by another instance (process ${pid}); stop it or choose another DATA_DIR.`,
  }),
  otherVersion: (folder: string, found: string, wanted: string) => ({
    vi: `Dữ liệu trong ${folder} do PostgreSQL ${found} ghi, còn ứng dụng này dùng PostgreSQL ${wanted}; hãy phục hồi từ bản sao lưu hoặc chạy phiên bản cũ.`,
    en: `The data in ${folder} was written by PostgreSQL ${found}, this app brings PostgreSQL ${wanted}; restore a backup or run the older version.`,
  }),
  noBinaries: (platform: string) => ({
    vi: `Không có PostgreSQL kèm theo cho ${platform}; hãy cài lại bằng "npm ci" hoặc đặt DATABASE_URL.`,
    en: `There is no embedded PostgreSQL for ${platform}; run "npm ci" again or set DATABASE_URL.`,
  }),
  noDatabaseUser: {
    vi: "PostgreSQL không chạy bằng quyền root và không tạo được người dùng hệ thống postgres; hãy chạy bằng người dùng thường.",
    en: "PostgreSQL does not run as root and the system user postgres could not be made; run as an ordinary user.",
  },
  postgresFailed: (log: string, last: string) => ({
    vi: `PostgreSQL không khởi động được (${last}); xem ${log}.`,
    en: `PostgreSQL did not start (${last}); see ${log}.`,
  }),
  databaseUnreachable: (where: string, reason: string) => ({
    vi: `Không kết nối được cơ sở dữ liệu ${where} (${reason}); hãy xem lại DATABASE_URL.`,
    en: `The database ${where} cannot be reached (${reason}); check DATABASE_URL.`,
  }),
  migrationFailed: (name: string, reason: string) => ({
    vi: `Không nâng cấp được cơ sở dữ liệu, ở bước ${name}: ${reason}`,
    en: `The database could not be upgraded, at ${name}: ${reason}`,
  }),
  databaseNewer: (names: string) => ({
    vi: `Cơ sở dữ liệu mới hơn ứng dụng này (đã có ${names}); hãy chạy phiên bản ứng dụng mới hơn.`,
    en: `The database is newer than this app (it has ${names}); run the newer app.`,
  }),
  ready: (url: string, seconds: string) => ({
    vi: `Sẵn sàng sau ${seconds} giây: ${url}`,
    en: `Ready in ${seconds} s: ${url}`,
  }),
  stopping: {
    vi: "Đang dừng: hoàn thành các yêu cầu đang chạy...",
    en: "Stopping: finishing the requests under way...",
  },
  databaseGone: {
    vi: "Cơ sở dữ liệu tạm thời không hoạt động. Hệ thống đang tự khởi động lại, xin thử lại sau ít giây.",
    en: "The database is out of reach for the moment. It is being restarted; please try again in a few seconds.",
  },
  foreignOrigin: {
    vi: "Yêu cầu bị từ chối vì được gửi từ một trang web khác.",
    en: "Refused: this request was sent from another website.",
  },
};
